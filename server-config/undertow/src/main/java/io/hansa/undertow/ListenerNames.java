package io.hansa.undertow;

import io.undertow.server.ServerConnection;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import io.undertow.util.AttachmentKey;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * Tells the name of the listener that accepted a request's connection. The connection's own local
 * port, which no header changes (unlike {@link ServletRequest#getLocalPort()} behind {@code
 * proxy-address-forwarding}), is that of a socket binding, and WildFly tells to which port each is
 * bound. A connection keeps its name. Safe for many threads.
 */
final class ListenerNames implements Function<ServletRequest, String> {
    /** The attribute of the servlet context by which the application finds this function. */
    static final String ATTRIBUTE = "io.hansa.http.listener-names";

    private static final AttachmentKey<String> NAME = AttachmentKey.create(String.class);

    private final SocketBindings bindings = new SocketBindings();

    @Override
    public String apply(ServletRequest request) {
        ServerConnection connection =
                ((HttpServletRequestImpl) unwrapped(request)).getExchange().getConnection();
        String known = connection.getAttachment(NAME);
        return known == null ? find(connection) : known;
    }

    private String find(ServerConnection connection) {
        InetSocketAddress local = connection.getLocalAddress(InetSocketAddress.class);
        String name = bindings.name(local == null ? 0 : local.getPort());
        if (!name.startsWith(SocketBindings.PORT)) {
            connection.putAttachment(NAME, name);
        }
        return name;
    }

    /** The server's own request behind those that filters put before it. */
    private static ServletRequest unwrapped(ServletRequest request) {
        ServletRequest own = request;
        while (own instanceof ServletRequestWrapper wrapper) {
            own = wrapper.getRequest();
        }
        return own;
    }
}
