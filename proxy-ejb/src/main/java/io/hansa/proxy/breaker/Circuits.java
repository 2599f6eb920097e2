package io.hansa.proxy.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.hansa.proxy.configuration.BreakerLimits;
import java.time.Clock;
import java.time.Duration;

/** Makes the library's breakers as Hansa's settings want them. */
final class Circuits {
    private Circuits() {}

    static CircuitBreaker circuit(
            String target, BreakerLimits limits, ProbePause pause, Clock clock) {
        CircuitBreakerConfig config =
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                limits.window(),
                                Math.max(1, limits.window() / 2),
                                SlidingWindowType.COUNT_BASED,
                                SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .failureRateThreshold(limits.failurePercent())
                        .slowCallRateThreshold(limits.slowPercent())
                        .slowCallDurationThreshold(Duration.ofMillis(1))
                        .permittedNumberOfCallsInHalfOpenState(limits.probes())
                        .waitIntervalFunctionInOpenState(pause)
                        .writableStackTraceEnabled(false)
                        .clock(clock)
                        .build();
        return CircuitBreaker.of(target, config);
    }
}
