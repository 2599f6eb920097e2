package io.hansa.launcher.node;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a node listens. One address serves the HTTP listener and the extranet listener.
 *
 * @param address of this machine; 0.0.0.0 and :: stand for all of them
 */
public record Listeners(InetAddress address, int httpPort, Optional<Extranet> extranet) {

    /** On 127.0.0.1, where only this machine reaches the node. */
    public static Listeners onLoopback(int httpPort, Optional<Extranet> extranet) {
        return new Listeners(ofBytes(new byte[] {127, 0, 0, 1}), httpPort, extranet);
    }

    public boolean areOnLoopback() {
        return address.isLoopbackAddress();
    }

    /** The address as the servers' configuration takes it. */
    public String host() {
        return address.getHostAddress();
    }

    /** Where this machine reaches the HTTP listener. */
    public URI http() {
        InetAddress reachable = address.isAnyLocalAddress() ? localOfItsKind() : address;
        String host = reachable.getHostAddress();
        return URI.create(
                "http://%s:%d"
                        .formatted(
                                reachable instanceof Inet6Address ? "[" + host + "]" : host,
                                httpPort));
    }

    private InetAddress localOfItsKind() {
        if (address instanceof Inet6Address) {
            byte[] one = new byte[16];
            one[15] = 1;
            return ofBytes(one);
        }
        return ofBytes(new byte[] {127, 0, 0, 1});
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }

    /** What each port is wanted for. */
    public Map<Integer, String> ports() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        ports.put(httpPort, "the proxy");
        extranet.ifPresent(listener -> ports.put(listener.port(), "its extranet listener"));
        return ports;
    }
}
