package io.hansa.client.listener;

import java.net.URI;
import java.time.Duration;

/**
 * Is told what the client does, for metrics and logs. The methods run on the client's threads: they
 * must return at once and may be called by many threads. What they throw is logged and goes no
 * further.
 */
public interface ClientListener {
    /** A listener that does nothing. */
    ClientListener NONE = new ClientListener() {};

    /** One attempt at one proxy has ended. */
    default void attempted(Attempt attempt) {}

    /** One call has ended, after all of its attempts. */
    default void completed(Completion completion) {}

    /** A proxy came, left, or changed its state in the client's list. */
    default void proxyChanged(ProxyChange change) {}

    /**
     * One attempt.
     *
     * @param number 1 for the first of a call
     * @param code the code of its failure; null where it got a reply
     */
    record Attempt(String capability, URI proxy, int number, Duration took, String code) {}

    /**
     * One call.
     *
     * @param attempts how many were made; 0 where no proxy could be asked
     * @param code the code of its failure; null where it got a reply
     */
    record Completion(String capability, int attempts, Duration took, String code) {}

    /**
     * A proxy's new state.
     *
     * @param why a sentence for people
     */
    record ProxyChange(URI proxy, State state, String why) {
        /** What the client does with a proxy. */
        public enum State {
            /** The client's list has a new address. */
            JOINED,
            /** The proxy gets calls. */
            IN,
            /** It failed last. It gets calls where no better proxy is left. */
            SUSPECT,
            /** It gets no call until its probe succeeds. */
            EJECTED,
            /** The address is forgotten. */
            LEFT
        }
    }
}
