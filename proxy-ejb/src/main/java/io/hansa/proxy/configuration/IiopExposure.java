package io.hansa.proxy.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/**
 * Whether IIOP may be reachable from other machines. An ORB makes objects of what it is sent before
 * anybody is authenticated, so that must be accepted in so many words.
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
     * @param host where the ORB says that it is reached
     * @throws IllegalStateException where that is not the loopback address and nobody accepted it
     */
    public void check(String host) {
        if (!acceptUnprotected && !loopback(host)) {
            throw new IllegalStateException(
                    ("IIOP is reachable at %s, where everybody may make this node work without an account."
                                    + " Bind it to 127.0.0.1, on Payara even where the listener is disabled, or set"
                                    + " %s=true if everybody in that network is trusted.")
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
