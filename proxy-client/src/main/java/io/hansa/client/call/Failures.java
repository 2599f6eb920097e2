package io.hansa.client.call;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.client.league.League;
import io.hansa.client.league.Member;
import io.hansa.client.transport.CallFailure;
import io.hansa.client.transport.CallFailure.Origin;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** What a failed attempt says about its proxy. */
final class Failures {
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    private Failures() {}

    static CallFailure of(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return cause instanceof CallFailure known
                ? known
                : CallFailure.of(
                        Origin.BROKEN,
                        ErrorCode.INTERNAL_ERROR,
                        Effect.UNKNOWN,
                        "the client failed: " + cause,
                        cause);
    }

    /** A proxy that did not answer when it was asked whether it lives. */
    static CallFailure silent(Member member) {
        return CallFailure.of(
                Origin.BROKEN,
                ErrorCode.PEER_UNREACHABLE,
                Effect.UNKNOWN,
                member.address() + " stopped answering",
                null);
    }

    /**
     * The time of the whole call is over.
     *
     * @param sent whether an attempt was under way
     * @param last the failure of the attempt before; null for none
     */
    static CallFailure timeOver(Duration timeout, boolean sent, CallFailure last) {
        String before = last == null ? "" : "; before that: " + last.getMessage();
        return CallFailure.of(
                Origin.TIME_OVER,
                ErrorCode.DEADLINE_EXCEEDED,
                sent || last != null && !last.safe() ? Effect.UNKNOWN : Effect.NONE,
                "no reply within %d ms%s".formatted(timeout.toMillis(), before),
                last);
    }

    /** The program gave a header that HTTP does not allow, or its supplier failed. */
    static CallFailure ofTheProgram(RuntimeException thrown) {
        return CallFailure.of(
                Origin.CLIENT,
                ErrorCode.REQUEST_INVALID,
                Effect.NONE,
                "the request cannot be made: " + thrown.getMessage(),
                thrown);
    }

    static void judge(League league, Member member, String capability, CallFailure failure) {
        if (failure.origin() == Origin.PROXY) {
            league.answered(member);
        }
        if (failure.ofTheProxy()) {
            league.failed(member, failure.getMessage());
        } else if (failure.origin() == Origin.TIME_OVER) {
            league.check(member);
        } else if (failure.is(ErrorCode.DRAINING)) {
            league.pause(member, null, pauseAfter(failure));
        } else if (failure.retryAfter() != null || failure.is(ErrorCode.OVERLOADED)) {
            league.pause(member, capability, pauseAfter(failure));
        }
    }

    /** Whether the proxy itself asked to be tried again after a while. */
    static boolean invitesAgain(CallFailure failure) {
        return failure.retryAfter() != null
                || failure.is(ErrorCode.DRAINING)
                || failure.is(ErrorCode.OVERLOADED);
    }

    private static Duration pauseAfter(CallFailure failure) {
        return failure.retryAfter() == null ? SHORT_PAUSE : failure.retryAfter();
    }
}
