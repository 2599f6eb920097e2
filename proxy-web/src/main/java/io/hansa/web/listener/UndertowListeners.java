package io.hansa.web.listener;

import io.undertow.servlet.spec.HttpServletRequestImpl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;

/**
 * WildFly: the connection's own local port, which no header changes (unlike {@link
 * HttpServletRequest#getLocalPort()} behind {@code proxy-address-forwarding}), is that of a socket
 * binding, of which the server tells the port that it is bound to.
 */
final class UndertowListeners implements ListenerNames {
    private final SocketBindings bindings = new SocketBindings();

    @Override
    public String of(HttpServletRequest request) {
        InetSocketAddress local =
                ((HttpServletRequestImpl) ListenerNames.unwrapped(request))
                        .getExchange()
                        .getConnection()
                        .getLocalAddress(InetSocketAddress.class);
        return local == null ? PORT + 0 : bindings.name(local.getPort());
    }
}
