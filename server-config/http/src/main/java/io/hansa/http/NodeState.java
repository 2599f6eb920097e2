package io.hansa.http;

/**
 * What the application tells the server's listeners of the node, by a system property, because it
 * has a class loader of its own. {@code io.hansa.proxy.lifecycle.ListenerState} has the same names.
 */
public enum NodeState {
    /** The application is not there yet: what comes is refused as {@code starting}. */
    STARTING,

    /** Also where nothing is told: what comes is the application's. */
    SERVING,

    /** What comes is the application's, and its connection is closed after the reply. */
    DRAINING,

    /** The application goes or is gone: what comes is refused as {@code draining}. */
    STOPPED;

    /** Read for each request. */
    public static final String PROPERTY = "hansa.node.state";

    /** The header by which the node's own request passes while it starts. */
    public static final String PASS_HEADER = "Hansa-Start";

    private static final String PASS = "hansa.node.start-pass";

    /**
     * @param shown value of {@link #PASS_HEADER}; null: none
     */
    public static boolean isPass(String shown) {
        return shown != null && shown.equals(System.getProperty(PASS));
    }

    /** Whether an application, or who starts the server, has told a state. */
    public static boolean isTold() {
        return System.getProperty(PROPERTY) != null;
    }

    /** As it is told now. */
    public static NodeState now() {
        String told = System.getProperty(PROPERTY);
        if (told == null) {
            return SERVING;
        }
        return switch (told) {
            case "starting" -> STARTING;
            case "draining" -> DRAINING;
            case "stopped" -> STOPPED;
            default -> SERVING;
        };
    }

    /** Null where requests are the application's. */
    public Refusal refusal() {
        return switch (this) {
            case STARTING -> Refusal.starting();
            case STOPPED -> Refusal.draining();
            case SERVING, DRAINING -> null;
        };
    }
}
