package io.hansa.client.transport;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.client.document.Problem;
import java.time.Duration;
import java.util.Map;

/**
 * Why an attempt or a call failed. It carries no stack trace, because it is made on other threads.
 */
public final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How the failure was noticed. */
    public enum Origin {
        /** No connection was made. */
        NO_CONNECTION,
        /** The connection broke, or something that is no proxy answered. */
        BROKEN,
        /** The time was over. */
        TIME_OVER,
        /** The proxy answered with a problem document. */
        PROXY,
        /** The client itself did not send the request. */
        CLIENT
    }

    private final Origin origin;
    private final int status;
    private final transient Problem problem;
    private final Duration retryAfter;

    /**
     * @param retryAfter null where the proxy did not say
     */
    public CallFailure(
            Origin origin, int status, Problem problem, Duration retryAfter, Throwable cause) {
        super(problem.detail(), cause, false, false);
        this.origin = origin;
        this.status = status;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** A failure that no proxy told. */
    public static CallFailure of(
            Origin origin, ErrorCode code, Effect effect, String detail, Throwable cause) {
        Problem problem = new Problem(code.code(), detail, null, effect, Map.of());
        return new CallFailure(origin, code.status(), problem, null, cause);
    }

    /** Nothing was sent, and another try makes sense after a time. */
    public static CallFailure notSent(ErrorCode code, String detail, Duration retryAfter) {
        Problem problem = new Problem(code.code(), detail, null, Effect.NONE, Map.of());
        return new CallFailure(Origin.CLIENT, code.status(), problem, retryAfter, null);
    }

    public Origin origin() {
        return origin;
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    public String code() {
        return problem.code();
    }

    public boolean is(ErrorCode code) {
        return code.code().equals(problem.code());
    }

    public boolean safe() {
        return problem.effect() == Effect.NONE;
    }

    /** Null where the proxy did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the proxy itself failed, and not its business server or the request. */
    public boolean ofTheProxy() {
        return origin == Origin.NO_CONNECTION || origin == Origin.BROKEN;
    }
}
