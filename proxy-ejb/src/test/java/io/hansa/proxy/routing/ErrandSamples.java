package io.hansa.proxy.routing;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.tracing.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Errands of the account {@code shop} that have come as far as {@code shop-a}. */
public final class ErrandSamples {
    private static final Caller SHOP = new Caller("shop", Set.of(), Set.of(), null);

    private ErrandSamples() {}

    public static OutboundRequest of(String capability, String data) {
        return of(capability, data, TimeUnit.SECONDS.toNanos(5));
    }

    public static OutboundRequest of(String capability, String data, long nanosLeft) {
        return of(capability, data, nanosLeft, false, SHOP);
    }

    /**
     * @param once whether the capability takes each request once
     */
    public static OutboundRequest of(String capability, boolean once, Caller caller) {
        return of(capability, "basket", TimeUnit.SECONDS.toNanos(5), once, caller);
    }

    private static OutboundRequest of(
            String capability, String data, long nanosLeft, boolean once, Caller caller) {
        return new OutboundRequest(
                capability,
                data.getBytes(StandardCharsets.UTF_8),
                RequestHead.of("text/plain"),
                System.nanoTime() + nanosLeft,
                5000,
                3,
                once,
                caller,
                TraceContext.continuing(null),
                Visits.NONE.and("shop-a", capability));
    }
}
