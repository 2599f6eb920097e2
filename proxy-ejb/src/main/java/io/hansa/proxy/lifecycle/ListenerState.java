package io.hansa.proxy.lifecycle;

import java.util.Locale;

/**
 * What the extensions of HTTP listeners are told of the node. They are in other class loaders, so
 * the state is a system property; {@code io.hansa.http.NodeState} has the same names. A listener
 * whose application is not there answers 503 by itself.
 */
public enum ListenerState {
    /** Set by the launcher: requests are refused as {@code starting}. */
    STARTING,
    SERVING,
    /** Requests are served, and each reply closes its connection. */
    DRAINING,
    /** Requests are refused as {@code draining}. */
    STOPPED;

    static final String PROPERTY = "hansa.node.state";

    public void tell() {
        System.setProperty(PROPERTY, name().toLowerCase(Locale.ROOT));
    }

    /** A listener goes by this again as if nothing had been told. */
    public static void forget() {
        System.clearProperty(PROPERTY);
    }

    public static boolean isAnyTold() {
        return System.getProperty(PROPERTY) != null;
    }

    public boolean isTold() {
        return name().equalsIgnoreCase(System.getProperty(PROPERTY));
    }
}
