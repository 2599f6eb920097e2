package io.hansa.proxy.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/**
 * Whether IIOP may be reachable from other machines. An ORB deserializes objects before it
 * authenticates the sender, so the operator must accept that risk explicitly.
 *
 * @param acceptUnprotected {@code hansa.iiop.accept-unprotected}: true or false; false by default
 */
public record IiopExposure(boolean acceptUnprotected) {
    private static final String KEY = "hansa.iiop.accept-unprotected";

    public static IiopExposure from(Config config) {
        String text = new Settings(config).text(KEY).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw Settings.wrong(KEY, text, "give true or false");
        }
        return new IiopExposure(text.equals("true"));
    }

    /**
     * @param host the address that the ORB publishes
     * @throws IllegalStateException if it is not the loopback address and the operator has not
     *     accepted it
     */
    public void check(String host) {
        if (!acceptUnprotected && !loopback(host)) {
            throw new IllegalStateException(
                    ("IIOP is reachable at %s, where everyone can use this node without an account."
                                    + " Bind it to 127.0.0.1, on Payara even where the listener is disabled, or set"
                                    + " %s=true if every machine in that network is trusted.")
                            .formatted(host, KEY));
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
