package io.hansa.connector;

import java.util.List;
import java.util.Objects;

/**
 * An exchange that was made to be looked at, with what was sent and received. Of each side the
 * first {@value #MAX_BYTES} bytes are kept.
 *
 * @param steps in the order of their times
 * @param reply null where there is none
 * @param failure null where nothing failed
 */
public record RecordedExchange(
        List<Step> steps, Side sent, Side received, ServerReply reply, ExchangeException failure) {

    public static final int MAX_BYTES = 64 * 1024;

    /** What happened at one moment. */
    public enum Event {
        CONNECTED,
        SENT,
        RECEIVED,
        REPLY,
        FAILED
    }

    /**
     * One moment of the exchange.
     *
     * @param micros since the exchange began
     * @param bytes that the step moved
     * @param detail for operators; null for none
     */
    public record Step(Event event, long micros, long bytes, String detail) {

        public Step {
            Objects.requireNonNull(event, "A step is of an event.");
        }
    }

    /**
     * The bytes on the wire in one direction.
     *
     * @param count of all bytes
     * @param first the first of them
     */
    public record Side(long count, byte[] first) {

        /** The number only: the bytes are not for logs. */
        @Override
        public String toString() {
            return "Side[" + count + " bytes]";
        }
    }

    public RecordedExchange {
        steps = List.copyOf(steps);
    }
}
