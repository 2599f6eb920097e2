package io.hansa.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * A request of which only the headers matter, and the address that it was sent to: {@code
 * http://hansa.example:8080}.
 */
public final class AskedRequest {
    private AskedRequest() {}

    public static HttpServletRequest with(Map<String, String> headers) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        HttpServletRequest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getHeader" -> headers.get((String) arguments[0]);
                                    case "getAttribute" -> null;
                                    case "getScheme" -> "http";
                                    case "getServerName" -> "hansa.example";
                                    case "getServerPort" -> 8080;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
