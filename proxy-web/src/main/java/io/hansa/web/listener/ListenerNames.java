package io.hansa.web.listener;

import io.hansa.web.container.ContainerBehaviour;
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
     * The names that this container tells. One that is not known tells the local port only.
     *
     * @param request any request of the container
     */
    static ListenerNames of(ContainerBehaviour container, HttpServletRequest request) {
        return switch (container) {
            case GRIZZLY -> new GrizzlyListeners(unwrapped(request).getClass());
            case UNDERTOW -> new UndertowListeners();
            case STANDARD -> other -> PORT + other.getLocalPort();
        };
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
