package io.hansa.proxy.monitoring;

import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.TraceLimits;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.PressureSamples;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.tracing.TraceRecord;
import io.hansa.proxy.tracing.Traces;
import java.util.function.Consumer;

/** Those who keep account of requests on a node. */
public final class KeeperSamples {
    private KeeperSamples() {}

    /** Ten percent of traces, and metrics; no log, because the test does not flush its lines. */
    public static Consumer<TraceRecord> tracesAndMetrics() {
        Traces traces = new Traces(new TraceLimits(10_000, 0.1));
        RequestMetrics metrics = metrics(node(), BreakerSamples.breakers());
        return record -> {
            traces.add(record);
            metrics.count(record);
        };
    }

    static NodeAdmission node() {
        return new NodeAdmission(new Limits(1000, 10, 0.9, 8, 900), PressureSamples.LIMITS);
    }

    static RequestMetrics metrics(NodeAdmission node, Breakers breakers) {
        return new RequestMetrics(
                node,
                new ProxyLoad("node-1", node, System::nanoTime),
                new BodyMemoryBudget(new CallerLimits(1 << 20, 2, 2, 1000)),
                breakers,
                new ServerDestinations("shop-a", new RecordingExchanges(), breakers));
    }
}
