package io.hansa.web.ingress;

import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.protection.BodyMemoryBudget;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Random;

/**
 * Bodies of requests whose data comes when the test says so, on a container that is not Undertow
 * unless it says so.
 */
abstract class ServletBodyFixture {
    static final int MOST = 200_000;

    final BodyMemoryBudget callers = new BodyMemoryBudget(new CallerLimits(MOST, 1, 10, 1000));
    final BytesByAndBy in = new BytesByAndBy();
    boolean secure;
    String expect;
    ServletContext container = another();

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
                                            case "getServletContext" -> container;
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        }));
    }

    /** All that is there. */
    void take(ServletBody body, int max, BodyMemoryBudget.Lease share) throws IOException {
        while (in.available() > 0) {
            body.more(body.toCome(), max, share);
        }
    }

    static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    private static ServletContext another() {
        return (ServletContext)
                Proxy.newProxyInstance(
                        ServletBodyFixture.class.getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        });
    }
}
