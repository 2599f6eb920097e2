package io.hansa.connector;

import java.util.Objects;

/**
 * A framing, with what the messages in it have to do with each other and with the connection.
 *
 * @param framing of the stream, one that keeps connections open
 * @param correlation by which replies in any order find their requests; null: one exchange at a
 *     time on each connection
 * @param signOn the first exchange on each connection; null for none
 * @param echo the exchange that shows that an idle connection still lives; null for none
 * @param echoAfterMillis idle for so long, a connection is asked by the echo before it is used
 *     again
 */
public record Dialogue(
        Framing framing, Correlation correlation, Probe signOn, Probe echo, int echoAfterMillis)
        implements Framing {

    public Dialogue {
        Objects.requireNonNull(framing, "A dialogue needs a framing.");
        if (framing instanceof Dialogue || framing instanceof Close) {
            throw new IllegalArgumentException(
                    "A dialogue needs connections that stay open; choose another framing than close.");
        }
        if (echo != null && echoAfterMillis < 1) {
            throw new IllegalArgumentException(
                    "An echo after %d idle milliseconds; give 1 or more."
                            .formatted(echoAfterMillis));
        }
    }

    /** Replies in any order, and no probes. */
    public Dialogue(Framing framing, Correlation correlation) {
        this(framing, correlation, null, null, 0);
    }

    /** What a framing is with nothing about it. */
    public static Framing bare(Framing framing) {
        return framing instanceof Dialogue dialogue ? dialogue.framing() : framing;
    }
}
