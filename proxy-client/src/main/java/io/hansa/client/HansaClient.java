package io.hansa.client;

import io.hansa.client.call.Calls;
import io.hansa.client.league.League;
import java.time.Duration;
import java.util.Map;

/**
 * Calls capabilities of business proxies. It knows several proxies, picks one for each call, and
 * sends a call elsewhere where that is safe. One client serves a whole program and all of its
 * threads; it is built with {@link #builder()} and closed at the end.
 *
 * <p>A client whose proxies are all away starts nevertheless, and works as soon as one is there.
 */
public final class HansaClient implements AutoCloseable {
    private final League league;
    private final Calls calls;
    private final Replies replies;
    private final Duration timeout;
    private final Background background;

    HansaClient(
            League league, Calls calls, Replies replies, Duration timeout, Background background) {
        this.league = league;
        this.calls = calls;
        this.replies = replies;
        this.timeout = timeout;
        this.background = background;
    }

    /** Begins a client. */
    public static HansaClientBuilder builder() {
        return new HansaClientBuilder();
    }

    /**
     * A capability, whether a proxy offers it now or not.
     *
     * @param name such as {@code trade.settle}
     */
    public CapabilityClient capability(String name) {
        return new CapabilityClient(calls, name, timeout, Map.of(), replies);
    }

    /**
     * What the client knows, as text for support: a line for itself, and one for each proxy. It
     * holds no credentials and no business data.
     */
    public String describe() {
        String own = "Hansa client: " + calls.describe();
        return own + "\n" + String.join("\n", league.describe());
    }

    /** Refuses new calls, waits for those in flight until their deadlines, and ends its threads. */
    @Override
    public void close() {
        calls.close();
        background.close(calls::idle);
    }
}
