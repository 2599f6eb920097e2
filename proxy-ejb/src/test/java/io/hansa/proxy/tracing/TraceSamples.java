package io.hansa.proxy.tracing;

import io.hansa.api.Effect;
import java.time.Instant;
import java.util.List;

/** Records of requests that came out well, badly, or not even to a known caller. */
public final class TraceSamples {
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private TraceSamples() {}

    public static TraceRecord settled(TraceContext context, Instant startedAt) {
        return record(context, "account:shop", "trade.settle", startedAt, 200, null, null);
    }

    public static TraceRecord settled() {
        return settled(TraceContext.continuing(null), NOON);
    }

    public static TraceRecord unauthenticated() {
        return record(
                TraceContext.continuing(null),
                null,
                "made.up",
                NOON,
                401,
                "authentication-failed",
                Effect.NONE);
    }

    public static TraceRecord failed(String caller, String capability, int status, String code) {
        return record(
                TraceContext.continuing(null),
                caller,
                capability,
                NOON,
                status,
                code,
                Effect.UNKNOWN);
    }

    private static TraceRecord record(
            TraceContext context,
            String caller,
            String capability,
            Instant startedAt,
            int status,
            String code,
            Effect effect) {
        boolean well = code == null;
        return new TraceRecord(
                context,
                "shop-a",
                "node-1",
                capability,
                caller,
                startedAt,
                1_500_000,
                status,
                code,
                effect,
                well ? List.of("shop-a", "shop-b") : List.of(),
                well ? "shop-b/pricing-1" : null,
                10,
                20,
                List.of());
    }
}
