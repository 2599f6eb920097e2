package io.hansa.proxy.authentication;

import io.hansa.proxy.configuration.TrustedProxies;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request came from: the address of whoever sent it, a load balancer in between left out.
 * Immutable.
 *
 * @param address in figures, as logs show it; empty where it is not known
 */
public record Source(String address) {
    /** Of remote EJB calls: their container does not tell. */
    public static final Source UNKNOWN = new Source("");

    private static final int IP_V6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** Of a container's word, which may name the interface behind {@code %}. */
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
     * What is counted as one: an IPv4 address, or the network of 64 bits of an IPv6 address, in
     * which whoever has one address has them all.
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
