package io.hansa.proxy.monitoring;

import io.hansa.proxy.authentication.SignInRefusal;
import java.util.function.Consumer;

/**
 * Counts sign-ins that were refused, and logs them as far as there are not too many. Never waits.
 * Safe for many threads.
 */
public final class SignInRefusals implements Consumer<SignInRefusal> {
    private final RequestMetrics metrics;
    private final RequestLog log;

    SignInRefusals(RequestMetrics metrics, RequestLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    @Override
    public void accept(SignInRefusal refusal) {
        metrics.count(refusal);
        log.add(refusal);
    }
}
