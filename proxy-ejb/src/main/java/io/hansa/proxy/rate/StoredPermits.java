package io.hansa.proxy.rate;

import io.github.bucket4j.BucketConfiguration;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.SharedPermits;

/** A bucket for each limit; one whose figures were changed starts full. */
final class StoredPermits implements SharedPermits {
    private final RateBuckets buckets;

    StoredPermits(RateBuckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public long settle(String name, RateLimit limit, long taken) {
        var bucket =
                buckets.builder()
                        .build(
                                "%s:%d/%d".formatted(name, limit.permits(), limit.perMillis()),
                                () -> configuration(limit))
                        .asVerbose();
        return (taken > 0 ? bucket.consumeIgnoringRateLimits(taken) : bucket.getAvailableTokens())
                .getState()
                .getAvailableTokens();
    }

    private static BucketConfiguration configuration(RateLimit limit) {
        return BucketConfiguration.builder().addLimit(RateLimits.bandwidth(limit)).build();
    }
}
