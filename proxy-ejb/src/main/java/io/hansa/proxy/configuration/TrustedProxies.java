package io.hansa.proxy.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The load balancers whose forwarding headers are trusted: {@code hansa.http.trusted-proxies},
 * addresses or networks such as {@code 10.0.0.0/8}, separated by commas; none by default.
 * Immutable.
 */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());
    private static final String KEY = "hansa.http.trusted-proxies";
    private static final Pattern IP_V4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IP_V6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final int BITS_OF_A_BYTE = 8;

    private record Network(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (BITS_OF_A_BYTE - 1 - bit % BITS_OF_A_BYTE);
                int at = bit / BITS_OF_A_BYTE;
                if ((address[at] & mask) != (other[at] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    public static TrustedProxies from(Config config) {
        return of(new Settings(config).text(KEY).orElse(""));
    }

    /**
     * @throws IllegalArgumentException that names the malformed entry and the remedy
     */
    public static TrustedProxies of(String list) {
        List<Network> networks = new ArrayList<>();
        for (String part : list.split(",")) {
            if (!part.isBlank()) {
                networks.add(network(part.strip()));
            }
        }
        return networks.isEmpty() ? NONE : new TrustedProxies(networks);
    }

    /** Whether no load balancer is trusted, so that the headers need not be read. */
    public boolean isEmpty() {
        return networks.isEmpty();
    }

    public boolean include(byte[] address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /**
     * The bytes of a numeric address. Never resolves a host name.
     *
     * @return null if the text is not an address
     */
    public static byte[] parse(String address) {
        if (address == null
                || !IP_V4.matcher(address).matches() && !IP_V6.matcher(address).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    private static Network network(String text) {
        String[] both = text.split("/", 2);
        byte[] address = parse(both[0]);
        if (address == null || both.length > 1 && !both[1].matches("[0-9]{1,3}")) {
            throw wrong(text);
        }
        int max = address.length * BITS_OF_A_BYTE;
        int bits = both.length == 1 ? max : Integer.parseInt(both[1]);
        if (bits > max) {
            throw wrong(text);
        }
        return new Network(address, bits);
    }

    private static IllegalArgumentException wrong(String text) {
        return Settings.wrong(
                KEY, text, "give addresses or networks, such as 127.0.0.1,10.0.0.0/8");
    }
}
