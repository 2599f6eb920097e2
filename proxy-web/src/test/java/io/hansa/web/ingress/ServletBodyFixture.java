package io.hansa.web.ingress;

import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.web.container.ContainerBehaviour;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Random;

/** Bodies that arrive when the test says so, on Grizzly unless the test says otherwise. */
abstract class ServletBodyFixture {
    static final int MAX = 200_000;

    final BodyMemoryBudget budget = new BodyMemoryBudget(new CallerLimits(MAX, 1, 10, 1000));
    final GradualInput in = new GradualInput();
    boolean secure;
    String expect;
    Runnable sendContinue;
    ContainerBehaviour container = ContainerBehaviour.GRIZZLY;

    ServletBody body(long announced) {
        return new ServletBody(
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                ServletBodyFixture.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getContentLengthLong" -> announced;
                                            case "getInputStream" -> in;
                                            case "getHeader" ->
                                                    "Expect".equals(arguments[0]) ? expect : null;
                                            case "isSecure" -> secure;
                                            case "getAttribute" ->
                                                    "hansa.http.continue".equals(arguments[0])
                                                            ? sendContinue
                                                            : null;
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        }),
                container);
    }

    /** Reads all that has arrived. */
    void take(ServletBody body, int max) throws IOException {
        while (in.available() > 0) {
            body.read(body.remaining(), max);
        }
    }

    static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }
}
