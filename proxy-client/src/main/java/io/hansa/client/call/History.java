package io.hansa.client.call;

import io.hansa.client.league.Member;
import io.hansa.client.transport.CallFailure;
import io.hansa.client.transport.Payload;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a call so far, and what it may still do. Only the thread that goes on changes it.
 */
final class History {
    private final int maxAttempts;

    /** The timer reads it, too, and so it is replaced and never changed. */
    private volatile List<Member> tried = List.of();

    private int attempts;
    private int pauses;
    private boolean renewed;
    private volatile boolean repeatable;
    private CallFailure last;

    History(int maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    void begins(boolean mayRepeat) {
        attempts++;
        repeatable = mayRepeat;
    }

    int attempts() {
        return attempts;
    }

    boolean repeatable() {
        return repeatable;
    }

    /** Null where no attempt failed. */
    CallFailure last() {
        return last;
    }

    /** The proxies that failed the call. */
    List<Member> tried() {
        return tried;
    }

    List<Member> triedAnd(Member member) {
        List<Member> more = new ArrayList<>(tried);
        more.add(member);
        return more;
    }

    /**
     * No proxy can be chosen.
     *
     * @param none why, and when another try makes sense
     * @param left nanoseconds until the deadline
     */
    boolean mayPause(CallFailure none, long left) {
        boolean invited = last == null || Failures.invitesAgain(last);
        boolean inTime = none.retryAfter() != null && none.retryAfter().toNanos() < left;
        if (!invited || !inTime || pauses >= maxAttempts) {
            return false;
        }
        pauses++;
        tried = List.of();
        return true;
    }

    /** Only once in a call: a second token that is refused is not the token's fault. */
    boolean mayRenew() {
        boolean first = !renewed;
        renewed = true;
        return first;
    }

    boolean mayGoElsewhere(Member member, CallFailure failure, Payload payload, Budget budget) {
        last = failure;
        boolean elsewhere =
                Repeat.after(failure, repeatable) == Repeat.ELSEWHERE
                        && payload.readable()
                        && attempts < maxAttempts
                        && (Repeat.free(failure) || budget.take());
        if (elsewhere) {
            tried = triedAnd(member);
        }
        return elsewhere;
    }
}
