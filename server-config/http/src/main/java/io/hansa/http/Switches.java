package io.hansa.http;

import java.util.Locale;

/**
 * The switches of what Hansa adds to a server's HTTP listener. They are read before any application
 * starts, so only from system properties and environment variables ({@code HANSA_HTTP_STRICT}),
 * once for each listener. Each is on unless it says {@code false}.
 */
public final class Switches {
    /** Whether a malformed request is refused with 400 and its connection closed. */
    public static final String STRICT = "hansa.http.strict";

    /** Whether a connection whose request is done is requeued behind those that wait. */
    public static final String REQUEUE = "hansa.http.requeue";

    /** Whether a body is asked for ({@code 100 Continue}) only when it is wanted. */
    public static final String EXPECTATIONS = "hansa.http.expectations";

    /**
     * Whether an offer to upgrade that the server never takes is ignored, with its connection kept.
     */
    public static final String IGNORE_UPGRADES = "hansa.http.ignore-upgrades";

    private Switches() {}

    /** Whether a switch is on. */
    public static boolean isOn(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            value = System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        }
        return value == null || !"false".equalsIgnoreCase(value.strip());
    }
}
