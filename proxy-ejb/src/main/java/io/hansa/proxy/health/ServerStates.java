package io.hansa.proxy.health;

import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.health.ServerState.Level;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.workbench.LatestProbes;
import io.hansa.proxy.workbench.ProbeOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states of the business servers on this node, found when they are asked for. It remembers
 * since when each state holds; {@link #refresh} keeps these times right between questions. Safe for
 * many threads.
 */
public class ServerStates {
    private final Registries registries;
    private final Breakers breakers;
    private final ServerConnections connections;
    private final LatestProbes probes;
    private final Clock clock;
    private final Map<String, ServerState> latest = new ConcurrentHashMap<>();

    public ServerStates(
            Registries registries,
            Breakers breakers,
            ServerConnections connections,
            LatestProbes probes,
            Clock clock) {
        this.registries = registries;
        this.breakers = breakers;
        this.connections = connections;
        this.probes = probes;
        this.clock = clock;
    }

    /** Empty where there is no such server. */
    public Optional<ServerState> of(String id) {
        Registry registry = registries.current();
        BusinessServer server = registry.servers().get(id);
        if (server == null) {
            return Optional.empty();
        }
        return Optional.of(latest.merge(id, found(server, registry), ServerStates::later));
    }

    /** Looks at all servers; to be called every few seconds. */
    public void refresh() {
        Registry registry = registries.current();
        latest.keySet().retainAll(registry.servers().keySet());
        registry.servers().keySet().forEach(this::of);
    }

    private static ServerState later(ServerState before, ServerState now) {
        return now.same(before) ? new ServerState(now.level(), before.since(), now.reason()) : now;
    }

    private ServerState found(BusinessServer server, Registry registry) {
        Instant now = clock.instant();
        OperatingOverride set = registry.overrides().get(OperatingOverride.server(server.id()));
        if (set != null && set.excludes(clock.millis())) {
            return overridden(set);
        }
        if (connections.quarantined(server.id())) {
            return new ServerState(
                    Level.QUARANTINED, now, "An operator keeps this node from sending to it.");
        }
        if (!server.usable()) {
            return new ServerState(
                    Level.DOWN,
                    now,
                    server.enabled()
                            ? "The rules in its entry are refused; correct them."
                            : "Its entry is not enabled.");
        }
        return breakers.find(BreakerSetting.server(server.id()))
                .map(breaker -> ofTraffic(server, breaker, now))
                .orElseGet(() -> ofProbe(server, now));
    }

    private static ServerState overridden(OperatingOverride set) {
        Level level =
                set.state() == OperatingOverride.State.DRAINING
                        ? Level.DRAINING
                        : Level.QUARANTINED;
        return new ServerState(level, set.cause().at(), "The server " + set.told() + ".");
    }

    private ServerState ofTraffic(BusinessServer server, Breaker breaker, Instant now) {
        if (breaker.mode() == Mode.FORCED_OPEN) {
            String told =
                    breakers.setting(breaker.target())
                            .map(set -> "Its circuit is set " + set.told() + ".")
                            .orElse("Its circuit was forced open until a moment ago.");
            return new ServerState(Level.QUARANTINED, breaker.since(), told);
        }
        return switch (breaker.state()) {
            case "OPEN" ->
                    new ServerState(
                            Level.DOWN,
                            breaker.since(),
                            "Its circuit is open: it fails or is slow.");
            case "HALF_OPEN" ->
                    new ServerState(Level.SUSPECT, breaker.since(), "It is tried again.");
            default -> failing(breaker) ? suspect(breaker, now) : ofProbe(server, now);
        };
    }

    /** Half of what opens the circuit. */
    private boolean failing(Breaker breaker) {
        return 2 * breaker.failurePercent() >= breakers.limits().failurePercent()
                || 2 * breaker.slowPercent() >= breakers.limits().slowPercent();
    }

    private static ServerState suspect(Breaker breaker, Instant now) {
        return new ServerState(
                Level.SUSPECT,
                now,
                "Of the latest %d exchanges %.0f %% failed and %.0f %% were slow."
                        .formatted(
                                breaker.exchanges(),
                                Math.max(0, breaker.failurePercent()),
                                Math.max(0, breaker.slowPercent())));
    }

    private ServerState ofProbe(BusinessServer server, Instant now) {
        ProbeOutcome probe = probes.of(server.id()).orElse(null);
        return probe == null || probe.passed()
                ? new ServerState(Level.UP, now, "Nothing is known against it.")
                : new ServerState(
                        Level.SUSPECT, probe.at(), "Its latest probe failed: " + probe.reason());
    }
}
