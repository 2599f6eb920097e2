package io.hansa.web.listener;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The name of the listener that accepted a request's connection, told by the server and by nothing
 * that the client sends. Safe for many threads.
 */
public interface ListenerNames {
    /** Before the number of a local port, where the server tells no name. */
    String PORT = "port:";

    /** The name; never null. */
    String of(HttpServletRequest request);

    /**
     * For the server that made the request. Another than Payara and WildFly tells the local port
     * only.
     */
    static ListenerNames behind(HttpServletRequest request) {
        String made = unwrapped(request).getClass().getName();
        if (made.equals("io.undertow.servlet.spec.HttpServletRequestImpl")) {
            return new UndertowListeners();
        }
        if (made.startsWith("org.apache.catalina.connector.")) {
            return new GrizzlyListeners(unwrapped(request).getClass());
        }
        return other -> PORT + other.getLocalPort();
    }

    /** The server's own request behind those that filters put before it. */
    static ServletRequest unwrapped(ServletRequest request) {
        ServletRequest own = request;
        while (own instanceof ServletRequestWrapper wrapper) {
            own = wrapper.getRequest();
        }
        return own;
    }
}
