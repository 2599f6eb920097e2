package io.hansa.client.call;

import io.hansa.client.league.League;
import io.hansa.client.league.Member;
import io.hansa.client.transport.Answer;
import io.hansa.client.transport.CallFailure;
import io.hansa.client.transport.CallFailure.Origin;
import io.hansa.client.transport.Exchange;
import io.hansa.client.transport.Payload;
import io.hansa.client.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One call with all of its attempts, one after the other. It waits for one {@link Step} at a time,
 * and only the thread that took the step goes on. So its fields need no lock.
 *
 * <pre>
 *   begin ─▶ next: choose ─▶ authorize ─▶ send ─▶ ended ─▶ succeed
 *              ▲  │ none                            │ failed
 *              │  └─▶ pause, where a proxy said when │
 *              └──────────── elsewhere ◀────────────┘─▶ fail
 * </pre>
 */
final class Call implements Watched {
    private static final String KEY = "Idempotency-Key";

    /** The transport has its own time-out; the timer ends what the transport did not. */
    private static final long GRACE = Duration.ofMillis(50).toNanos();

    private final Calls calls;
    private final Plan plan;
    private final League league;
    private final long startedAt;
    private final long deadline;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final Pending pending = new Pending();
    private final History history;

    /** Null where no thread waits for the call, or it waits for the result already. */
    private volatile Thread waiting;

    Call(Calls calls, Plan plan) {
        this.calls = calls;
        this.plan = plan;
        this.league = calls.settings().league();
        this.history = new History(calls.settings().maxAttempts());
        this.startedAt = calls.now();
        this.deadline = startedAt + plan.timeout().toNanos();
        this.waiting = plan.waits() ? Thread.currentThread() : null;
    }

    CompletableFuture<Result> result() {
        return result;
    }

    String capability() {
        return plan.order().capability();
    }

    void begin() {
        calls.inFlight().add(this);
        result.whenComplete((reply, failure) -> left());
        CompletableFuture<Void> ready = league.ready();
        if (ready.isDone()) {
            next();
        } else {
            Step step = Step.waiting(startedAt);
            pending.set(step);
            ready.whenComplete((any, failure) -> pending.proceed(step, this::next));
        }
        waiting = null;
    }

    /** Where the program cancelled the future, what is under way is given up. */
    private void left() {
        calls.inFlight().remove(this);
        if (result.isCancelled()) {
            pending.abandon();
        }
    }

    private void next() {
        Member member =
                calls.now() - deadline >= 0 ? null : league.choose(capability(), history.tried());
        if (member == null) {
            pauseOrFail();
            return;
        }
        history.begins(member.repeatable(capability()));
        if (history.repeatable()) {
            plan.order().headers().computeIfAbsent(KEY, name -> calls.keys().next());
        }
        authorize(member);
    }

    private void pauseOrFail() {
        long now = calls.now();
        if (now - deadline >= 0) {
            fail(timeOver(false));
            return;
        }
        CallFailure none = league.whyNone(capability());
        if (history.mayPause(none, deadline - now)) {
            pending.set(Step.pausing(now, now + none.retryAfter().toNanos()));
        } else {
            fail(history.last() == null ? none : history.last());
        }
    }

    private void authorize(Member member) {
        CompletableFuture<String> header;
        try {
            header = calls.settings().authorizer().header(member);
        } catch (RuntimeException ofTheProgram) {
            fail(Failures.ofTheProgram(ofTheProgram));
            return;
        }
        if (header.isDone()) {
            authorized(member, header);
        } else {
            Step step = Step.waiting(calls.now());
            pending.set(step);
            header.whenComplete(
                    (any, failure) -> pending.proceed(step, () -> authorized(member, header)));
        }
    }

    private void authorized(Member member, CompletableFuture<String> header) {
        String shown;
        try {
            shown = header.join();
        } catch (CompletionException failed) {
            history.mayRenew();
            failed(member, Failures.of(failed));
            return;
        }
        send(member, shown);
    }

    private void send(Member member, String shown) {
        long now = calls.now();
        long left = deadline - now;
        if (left <= 0) {
            fail(timeOver(false));
            return;
        }
        Exchange exchange;
        try {
            exchange = exchange(member.transport(), shown, Duration.ofNanos(left));
        } catch (RuntimeException invalid) {
            fail(Failures.ofTheProgram(invalid));
            return;
        }
        member.begun();
        Step step = new Step(member, exchange, now, deadline);
        pending.set(step);
        if (result.isDone()) {
            left();
        }
        exchange.answer()
                .whenComplete(
                        (answer, failure) ->
                                pending.proceed(step, () -> ended(step, shown, answer, failure)));
        exchange.perform().run();
    }

    private Exchange exchange(Transport transport, String shown, Duration left) {
        return Thread.currentThread() == waiting
                ? transport.exchangeHere(plan.order(), shown, left)
                : transport.exchange(plan.order(), shown, left);
    }

    private void ended(Step step, String shown, Answer answer, Throwable thrown) {
        step.release();
        long now = calls.now();
        Member member = step.member();
        if (thrown == null) {
            member.took(now - step.since(), now);
            league.answered(member);
            calls.attempted(this, step, history.attempts(), null);
            succeed(member, answer);
            return;
        }
        CallFailure failure = Failures.of(thrown);
        calls.attempted(this, step, history.attempts(), failure);
        if (failure.origin() == Origin.TIME_OVER) {
            member.took(now - step.since(), now);
        }
        boolean another =
                Repeat.after(failure, history.repeatable()) == Repeat.WITH_NEW_TOKEN
                        && history.mayRenew()
                        && calls.settings().authorizer().refused(member, shown);
        if (another && plan.order().payload().readable()) {
            authorize(member);
        } else {
            failed(member, failure);
        }
    }

    private void failed(Member member, CallFailure failure) {
        Failures.judge(league, member, capability(), failure);
        Payload payload = plan.order().payload();
        if (history.mayGoElsewhere(member, failure, payload, calls.budget())) {
            next();
        } else {
            fail(failure);
        }
    }

    private void succeed(Member member, Answer answer) {
        int attempts = history.attempts();
        calls.completed(this, attempts, startedAt, null);
        Answer tracked = ReplyStream.tracked(answer, calls.inFlight(), deadline);
        result.complete(new Result(tracked, member.address(), attempts));
    }

    private void fail(CallFailure failure) {
        int attempts = history.attempts();
        calls.completed(this, attempts, startedAt, failure);
        result.completeExceptionally(new FailedCall(failure, attempts, history.repeatable()));
    }

    private CallFailure timeOver(boolean sent) {
        return Failures.timeOver(plan.timeout(), sent, history.last());
    }

    @Override
    public void watch(long now) {
        Step step = pending.get();
        if (step == null) {
            return;
        }
        if (now - deadline > GRACE) {
            give(step, timeOver(step.exchange() != null));
        } else if (step.exchange() == null) {
            if (now - step.until() >= 0) {
                pending.proceed(step, this::next);
            }
        } else if (step.member().silentSince(step.since()) && mayGoElsewhere(step.member())) {
            give(step, Failures.silent(step.member()));
        } else if (now - step.since() > step.member().overdue(now)) {
            league.check(step.member());
        }
    }

    private boolean mayGoElsewhere(Member member) {
        return history.repeatable()
                && plan.order().payload().readable()
                && league.choose(capability(), history.triedAnd(member)) != null;
    }

    private void give(Step step, CallFailure failure) {
        if (pending.take(step)) {
            step.abandon();
            if (step.exchange() == null) {
                fail(failure);
            } else {
                ended(step, null, null, failure);
            }
        }
    }
}
