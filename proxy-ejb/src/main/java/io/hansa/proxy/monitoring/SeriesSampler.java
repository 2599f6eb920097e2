package io.hansa.proxy.monitoring;

import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerLoad;
import io.hansa.proxy.series.Series;
import io.hansa.proxy.series.Series.Gauges;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Tells the series what is in flight. Run by one thread at a time, about every second. */
@Dependent
public class SeriesSampler implements Runnable {
    private final Series series;
    private final NodeAdmission node;
    private final ServerDestinations servers;
    private final Clock clock;

    @Inject
    SeriesSampler(Series series, NodeAdmission node, ServerDestinations servers, Clock clock) {
        this.series = series;
        this.node = node;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public void run() {
        Map<String, Gauges> loads = new HashMap<>();
        for (ServerLoad load : servers.loads()) {
            loads.put(load.server(), new Gauges(load.now(), load.workload().inFlight()));
        }
        series.tick(clock.millis(), new Gauges(node.smoothedLoad(), node.inFlight()), loads);
    }
}
