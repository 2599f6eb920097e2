package io.hansa.web.container;

/**
 * What a servlet container does that the Jakarta Servlet specification leaves open or forbids.
 * {@link ContainerDetection} chooses one constant at start.
 */
public enum ContainerBehaviour {
    /**
     * Jakarta Servlet 6.0 and nothing more, for a container that is not known. Where the
     * specification is silent, this expects what costs the most.
     */
    STANDARD(true, true, false, true),

    /**
     * Payara and GlassFish, whose connector is Grizzly. Seen with Payara 6.2025.10 in November
     * 2026.
     */
    GRIZZLY(false, false, true, false),

    /**
     * WildFly and JBoss EAP, whose connector is Undertow. Seen with Undertow 2.3.23 in November
     * 2026. It differs from {@link #STANDARD} only in how the name of a listener is found.
     */
    UNDERTOW(true, true, false, true);

    private final boolean endOfBodyIsAskedFor;
    private final boolean waitsForShortUnreadBody;
    private final boolean losesEarlyCompletion;
    private final boolean readingSendsContinue;

    ContainerBehaviour(
            boolean endOfBodyIsAskedFor,
            boolean waitsForShortUnreadBody,
            boolean losesEarlyCompletion,
            boolean readingSendsContinue) {
        this.endOfBodyIsAskedFor = endOfBodyIsAskedFor;
        this.waitsForShortUnreadBody = waitsForShortUnreadBody;
        this.losesEarlyCompletion = losesEarlyCompletion;
        this.readingSendsContinue = readingSendsContinue;
    }

    /**
     * Whether {@code isReady()} must be called after the last declared byte, so that the container
     * signals the end of the body. Grizzly signals that end itself. It also reads on when it is
     * asked there, and so takes bytes of the connection's next request.
     */
    public boolean endOfBodyIsAskedFor() {
        return endOfBodyIsAskedFor;
    }

    /**
     * Whether a worker of the container waits for the rest of a short body that a servlet did not
     * read. Grizzly takes that rest as it arrives. A read listener would do harm there: Payara
     * called one for a request that had ended, and the connection's next request got no answer.
     */
    public boolean waitsForShortUnreadBody() {
        return waitsForShortUnreadBody;
    }

    /**
     * Whether the container loses a request that another thread completes or dispatches before the
     * thread that called {@code startAsync} has returned to the container. The specification
     * forbids that (Jakarta Servlet 6.0, {@code AsyncContext.complete}); Payara does it.
     */
    public boolean losesEarlyCompletion() {
        return losesEarlyCompletion;
    }

    /**
     * Whether the container sends {@code 100 Continue} when a servlet begins to read the body (RFC
     * 9110, section 10.1.1), so that a refused body must not be read. On Payara it has been sent
     * before, or Hansa's filter leaves it to the application. Grizzly does not close the connection
     * of such a request, and does not read a body that still comes.
     */
    public boolean readingSendsContinue() {
        return readingSendsContinue;
    }

    /**
     * @param serverInfo what {@code ServletContext.getServerInfo()} returns; null counts as unknown
     */
    static ContainerBehaviour of(String serverInfo) {
        if (serverInfo == null) {
            return STANDARD;
        }
        if (serverInfo.contains("Payara") || serverInfo.contains("GlassFish")) {
            return GRIZZLY;
        }
        if (serverInfo.contains("WildFly")
                || serverInfo.contains("JBoss")
                || serverInfo.contains("Undertow")) {
            return UNDERTOW;
        }
        return STANDARD;
    }
}
