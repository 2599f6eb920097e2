package io.hansa.proxy.authentication;

import io.hansa.proxy.configuration.TrustedProxies;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The network address of a request's sender. Trusted load balancers in between are left out.
 * Immutable.
 *
 * @param address the numeric address, as logs show it; empty if unknown
 */
public record Source(String address) {
    /** The source of remote EJB calls: the container does not report it. */
    public static final Source UNKNOWN = new Source("");

    private static final int IP_V6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** The source from a container's text, which may contain the interface after {@code %}. */
    public static Source of(String address) {
        if (address == null) {
            return UNKNOWN;
        }
        int zone = address.indexOf('%');
        return new Source(zone < 0 ? address : address.substring(0, zone));
    }

    public boolean isKnown() {
        return !address.isEmpty();
    }

    /**
     * The unit of counting: an IPv4 address, or the /64 network of an IPv6 address. The owner of
     * one IPv6 address usually owns the whole /64 network.
     */
    String network() {
        byte[] bytes = TrustedProxies.parse(address);
        if (bytes == null) {
            return address;
        }
        try {
            if (bytes.length < IP_V6_BYTES) {
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
            Arrays.fill(bytes, NETWORK_BYTES, IP_V6_BYTES, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            return address;
        }
    }
}
