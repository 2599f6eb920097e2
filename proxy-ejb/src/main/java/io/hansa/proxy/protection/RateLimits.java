package io.hansa.proxy.protection;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The ceiling of each capability on this node (R13). Safe for many threads. */
public final class RateLimits {
    private record Limiter(RateLimit limit, Bucket bucket) {}

    private final ConcurrentHashMap<String, Limiter> limiters = new ConcurrentHashMap<>();

    /** Takes one permit. @throws Failure RATE_LIMITED with the time after which one is free again */
    public void take(Capability capability) {
        RateLimit limit = capability.rateLimit();
        if (limit == null) {
            return;
        }
        ConsumptionProbe probe =
                limiter(capability.name(), limit).bucket().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() - 1);
            throw Failure.of(
                            ErrorCode.RATE_LIMITED,
                            "%s takes %d requests in %d ms; try again in %d s."
                                    .formatted(
                                            capability.name(),
                                            limit.permits(),
                                            limit.perMillis(),
                                            seconds))
                    .with("retryAfterSeconds", seconds);
        }
    }

    private Limiter limiter(String capability, RateLimit limit) {
        Limiter limiter = limiters.get(capability);
        if (limiter == null || !limiter.limit().equals(limit)) {
            limiter =
                    limiters.compute(
                            capability,
                            (name, old) ->
                                    old != null && old.limit().equals(limit)
                                            ? old
                                            : new Limiter(limit, bucket(limit)));
        }
        return limiter;
    }

    private static Bucket bucket(RateLimit limit) {
        return Bucket.builder()
                .addLimit(
                        bandwidth ->
                                bandwidth
                                        .capacity(limit.permits())
                                        .refillGreedy(
                                                limit.permits(),
                                                Duration.ofMillis(limit.perMillis())))
                .build();
    }
}
