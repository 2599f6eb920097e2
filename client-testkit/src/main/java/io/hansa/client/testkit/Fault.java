package io.hansa.client.testkit;

import java.time.Duration;

/**
 * How a fake proxy misbehaves towards calls. Immutable.
 *
 * @param kind what happens
 * @param status of the answer, where there is one
 * @param code of the problem document
 * @param effect {@code NONE} or {@code UNKNOWN}
 * @param after the time to wait, or of {@code Retry-After}; null for none
 */
public record Fault(Kind kind, int status, String code, String effect, Duration after) {
    /** What happens. */
    public enum Kind {
        /** A problem document. */
        PROBLEM,
        /** A page of something that is no proxy. */
        FOREIGN_PAGE,
        /** The request is read, and the connection is closed without an answer. */
        DISCONNECT,
        /** The answer comes late. */
        SLOW,
        /** No answer comes, until the fault is taken back. */
        SILENCE
    }

    /** A problem document, as {@code problem(503, "overloaded", "NONE")}. */
    public static Fault problem(int status, String code, String effect) {
        return new Fault(Kind.PROBLEM, status, code, effect, null);
    }

    /** Such as the 404 of a container that has no application. */
    public static Fault foreignPage(int status) {
        return new Fault(Kind.FOREIGN_PAGE, status, null, null, null);
    }

    /** The request may have been processed. */
    public static Fault disconnect() {
        return new Fault(Kind.DISCONNECT, 0, null, null, null);
    }

    /** A late answer. */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, 200, null, null, delay);
    }

    /** No answer. */
    public static Fault silence() {
        return new Fault(Kind.SILENCE, 0, null, null, null);
    }

    /** The same problem with {@code Retry-After}, in whole seconds. */
    public Fault retryAfter(Duration pause) {
        return new Fault(kind, status, code, effect, pause);
    }
}
