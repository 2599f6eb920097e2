package io.hansa.web.listener;

import io.hansa.web.container.ContainerBehaviour;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/**
 * The name of the listener that accepted a request's connection. The server tells it; nothing that
 * the client sends changes it. Safe for many threads.
 */
public interface ListenerNames {
    /** Before the number of a local port, where the server tells no name. */
    String PORT = "port:";

    /**
     * The attribute of the servlet context in which a server's extension leaves a function from a
     * request to its listener's name. The extension for Undertow does.
     */
    String ATTRIBUTE = "io.hansa.http.listener-names";

    /** The name; never null. */
    String of(HttpServletRequest request);

    /**
     * The names that this container tells. One that is not known tells the local port only, as does
     * Undertow without Hansa's extension.
     *
     * @param request any request of the container
     */
    static ListenerNames of(ContainerBehaviour container, HttpServletRequest request) {
        return switch (container) {
            case GRIZZLY -> new GrizzlyListeners(unwrapped(request).getClass());
            case UNDERTOW -> ofExtension(request);
            case STANDARD -> ofPorts();
        };
    }

    private static ListenerNames ofExtension(HttpServletRequest request) {
        if (request.getServletContext().getAttribute(ATTRIBUTE) instanceof Function<?, ?> names) {
            @SuppressWarnings("unchecked") // the contract of the attribute
            Function<ServletRequest, String> extension = (Function<ServletRequest, String>) names;
            return extension::apply;
        }
        return ofPorts();
    }

    private static ListenerNames ofPorts() {
        return request -> PORT + request.getLocalPort();
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
