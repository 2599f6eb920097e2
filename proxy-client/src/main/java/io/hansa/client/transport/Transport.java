package io.hansa.client.transport;

import io.hansa.client.document.CapabilityInformation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How one proxy is spoken to. For many threads. No method blocks. */
public interface Transport {
    /**
     * The proxy's capability information.
     *
     * @param tag of the document that is known; null for none
     */
    CompletableFuture<Told> information(String tag, Duration timeout);

    /**
     * A token for the account.
     *
     * @param basic the header that shows account and password
     */
    CompletableFuture<Token> token(String basic, Duration timeout);

    /**
     * @param authorization null for none
     * @param timeout what is left of the call's time
     */
    Exchange exchange(Order order, String authorization, Duration timeout);

    /**
     * The same for a thread that waits for the answer: it performs the exchange itself, which costs
     * less than to hand it to another thread and back. Here it goes on by itself as well.
     */
    default Exchange exchangeHere(Order order, String authorization, Duration timeout) {
        return exchange(order, authorization, timeout);
    }

    /** Gives up connections that are idle. Those in use end with their exchange. */
    void reconnect();

    /**
     * A capability document.
     *
     * @param information null where it is still the one of the tag
     */
    record Told(CapabilityInformation information, String tag) {}

    /** An access token and its lifetime. */
    record Token(String value, Duration lifetime) {}
}
