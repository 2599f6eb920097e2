package io.hansa.proxy.monitoring;

import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.health.ServerState;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerLoad;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The meters of business servers and peers, which come and go: looked through at each scrape, so
 * that requests pay nothing for them. (resilience4j's own binder listens to each exchange, and
 * would show durations that our breakers do not give it.) For one thread at a time.
 */
final class TargetMetrics {
    private static final List<String> STATES =
            List.of("closed", "open", "half_open", "forced_open", "forced_closed");

    private final MeterRegistry registry;
    private final Breakers breakers;
    private final ServerDestinations servers;

    /** By what they read: meters themselves hold that weakly. */
    private final Map<Object, List<Meter>> meters = new HashMap<>();

    /** Null: nothing is known of their health. */
    private ServerStates states;

    TargetMetrics(MeterRegistry registry, Breakers breakers, ServerDestinations servers) {
        this.registry = registry;
        this.breakers = breakers;
        this.servers = servers;
    }

    void watch(ServerStates known) {
        states = known;
    }

    /**
     * Removes the meters of what is gone, then makes those of what is new: that may have the same
     * name.
     */
    void refresh() {
        Set<Breaker> circuits = Set.copyOf(breakers.all());
        Set<ServerLoad> loads = servers.loads();
        for (Object read : new HashSet<>(meters.keySet())) {
            if (!circuits.contains(read) && !loads.contains(read)) {
                meters.remove(read).forEach(registry::remove);
            }
        }
        circuits.forEach(breaker -> meters.computeIfAbsent(breaker, made -> metersOf(breaker)));
        loads.forEach(load -> meters.computeIfAbsent(load, made -> metersOf(load)));
    }

    private List<Meter> metersOf(Breaker breaker) {
        return Stream.concat(
                        STATES.stream().map(state -> gauge(breaker, state)),
                        Stream.of(opened(breaker), notPermitted(breaker)))
                .toList();
    }

    private List<Meter> metersOf(ServerLoad load) {
        if (states == null) {
            return List.of(gauge(load));
        }
        return Stream.concat(
                        Stream.of(gauge(load)),
                        Arrays.stream(ServerState.Level.values()).map(level -> gauge(load, level)))
                .toList();
    }

    private Meter gauge(ServerLoad load, ServerState.Level level) {
        return Gauge.builder("hansa.server.health", load, of -> isIn(level, of.server()) ? 1 : 0)
                .description("1 for the state that the business server is in")
                .tag("server", load.server())
                .tag("state", level.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private boolean isIn(ServerState.Level level, String server) {
        return states.latest(server).filter(now -> now.level() == level).isPresent();
    }

    private Meter gauge(Breaker breaker, String state) {
        return Gauge.builder(
                        "hansa.breaker.state",
                        breaker,
                        now -> now.state().equalsIgnoreCase(state) ? 1 : 0)
                .description("1 for the state that the breaker is in")
                .tag("target", breaker.target())
                .tag("state", state)
                .register(registry);
    }

    private Meter opened(Breaker breaker) {
        return FunctionCounter.builder("hansa.breaker.opened", breaker, Breaker::opened)
                .description("How many times the breaker opened by itself, failed probes included")
                .tag("target", breaker.target())
                .register(registry);
    }

    private Meter notPermitted(Breaker breaker) {
        return FunctionCounter.builder(
                        "hansa.breaker.not.permitted", breaker, Breaker::notPermitted)
                .description("Requests that did not go there because the circuit was open")
                .tag("target", breaker.target())
                .register(registry);
    }

    private Meter gauge(ServerLoad load) {
        return Gauge.builder("hansa.server.load", load, ServerLoad::now)
                .description("Work in flight / declared capacity of a business server")
                .tag("server", load.server())
                .register(registry);
    }
}
