package io.hansa.client;

import io.hansa.api.Effect;
import io.hansa.client.call.FailedCall;
import io.hansa.client.document.Problem;
import io.hansa.client.transport.CallFailure;
import java.util.Map;
import java.util.Optional;

/**
 * The only exception of a call. Its codes are those of a proxy's problem documents ({@link
 * io.hansa.api.ErrorCode}); {@code peer-unreachable} also says that the client reaches no proxy.
 * Its message is one line with what failed, why, and whether the call may be sent again.
 */
public final class HansaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final String code;
    private final int status;
    private final int attempts;
    private final Effect effect;
    private final boolean repeatable;

    HansaException(String capability, FailedCall failed) {
        super(line(capability, failed), failed.failure());
        CallFailure failure = failed.failure();
        this.problem = failure.problem();
        this.code = failure.code();
        this.status = failure.status();
        this.attempts = failed.attempts();
        this.effect = failure.problem().effect();
        this.repeatable = failed.repeatable();
    }

    private static String line(String capability, FailedCall failed) {
        Problem problem = failed.failure().problem();
        return "%s failed: %s (%s, effect %s, %s; %d %s%s)"
                .formatted(
                        capability,
                        problem.detail().replaceAll("[\\r\\n]+", " "),
                        problem.code(),
                        problem.effect(),
                        advice(failed),
                        failed.attempts(),
                        failed.attempts() == 1 ? "attempt" : "attempts",
                        problem.traceId() == null ? "" : ", trace " + problem.traceId());
    }

    private static String advice(FailedCall failed) {
        int status = failed.failure().status();
        boolean untouched = failed.failure().problem().effect() == Effect.NONE;
        if (untouched && status >= 400 && status < 500 && status != 429) {
            return "no server saw it";
        }
        return untouched || failed.repeatable()
                ? "safe to repeat"
                : "find out what the server did before repeating";
    }

    /** Such as {@code overloaded}. A code never changes its meaning. */
    public String code() {
        return code;
    }

    /** The HTTP status of the failure. */
    public int status() {
        return status;
    }

    /** {@link Effect#NONE} where no business server saw the request. */
    public Effect effect() {
        return effect;
    }

    /** Under which logs and traces know the request; empty where it reached no proxy. */
    public Optional<String> traceId() {
        return problem == null ? Optional.empty() : Optional.ofNullable(problem.traceId());
    }

    /**
     * Whether the program may make the same call again: no business server saw the request, or the
     * capability is SAFE or IDEMPOTENT.
     */
    public boolean isSafeToRepeat() {
        return effect == Effect.NONE || repeatable;
    }

    /** How often the request was sent. */
    public int attempts() {
        return attempts;
    }

    /** All members of the problem document that are no objects, such as {@code reason}. */
    public Map<String, String> members() {
        return problem == null ? Map.of() : problem.members();
    }
}
