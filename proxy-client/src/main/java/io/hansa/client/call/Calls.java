package io.hansa.client.call;

import io.hansa.api.ErrorCode;
import io.hansa.client.listener.ClientListener;
import io.hansa.client.listener.ClientListener.Attempt;
import io.hansa.client.listener.ClientListener.Completion;
import io.hansa.client.transport.CallFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Makes the calls of one client. For many threads. */
public final class Calls {
    private static final Logger LOG = System.getLogger("io.hansa.client");

    private final CallSettings settings;
    private final Budget budget;
    private final Keys keys = new Keys();
    private final InFlight inFlight = new InFlight();
    private volatile boolean closed;

    public Calls(CallSettings settings) {
        this.settings = settings;
        this.budget = new Budget(settings.retryShare());
    }

    /** Fails with {@link FailedCall}. To cancel the future abandons the call. */
    public CompletableFuture<Result> begin(Plan plan) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new FailedCall(
                            CallFailure.notSent(
                                    ErrorCode.DRAINING,
                                    "this client is closed; make another",
                                    null),
                            0,
                            false));
        }
        budget.called();
        Call call = new Call(this, plan);
        call.begin();
        return call.result();
    }

    /** Looks after deadlines and pauses. Never blocks. */
    public void tick() {
        inFlight.tick(now());
    }

    /** From now on no call begins. */
    public void close() {
        closed = true;
    }

    public boolean idle() {
        return inFlight.isEmpty();
    }

    /** One line for support. */
    public String describe() {
        return "%d calls in flight, %d retries left in the budget%s"
                .formatted(inFlight.size(), budget.retriesLeft(), closed ? ", closed" : "");
    }

    CallSettings settings() {
        return settings;
    }

    Budget budget() {
        return budget;
    }

    Keys keys() {
        return keys;
    }

    InFlight inFlight() {
        return inFlight;
    }

    long now() {
        return settings.clock().getAsLong();
    }

    void attempted(Call call, Step step, int number, CallFailure failure) {
        if (settings.listener() != ClientListener.NONE) {
            Duration took = Duration.ofNanos(now() - step.since());
            Attempt attempt =
                    new Attempt(
                            call.capability(),
                            step.member().address(),
                            number,
                            took,
                            failure == null ? null : failure.code());
            tell(() -> settings.listener().attempted(attempt));
        }
    }

    void completed(Call call, int attempts, long startedAt, CallFailure failure) {
        if (settings.listener() != ClientListener.NONE) {
            Duration took = Duration.ofNanos(now() - startedAt);
            String code = failure == null ? null : failure.code();
            Completion completion = new Completion(call.capability(), attempts, took, code);
            tell(() -> settings.listener().completed(completion));
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException ofTheListener) {
            LOG.log(Level.WARNING, "HANSA-8101 The client's listener failed.", ofTheListener);
        }
    }
}
