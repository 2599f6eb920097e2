package io.hansa.proxy.health;

import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.health.ServerState.Level;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.probe.LatestProbes;
import io.hansa.proxy.probe.ProbeOutcome;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states of the business servers on this node, found when they are asked for. It remembers
 * since when each state holds, and tells the journal of each change once; {@link #refresh} and
 * {@link #refreshMoved} find the changes between questions. Safe for many threads.
 */
public class ServerStates {
    private static final String SERVER = BreakerSetting.server("");

    private final Registries registries;
    private final Breakers breakers;
    private final ServerConnections connections;
    private final LatestProbes probes;
    private final HealthJournal journal;
    private final Clock clock;
    private final Map<String, ServerState> latest = new ConcurrentHashMap<>();
    private final Set<String> moved = ConcurrentHashMap.newKeySet();

    public ServerStates(
            Registries registries,
            Breakers breakers,
            ServerConnections connections,
            LatestProbes probes,
            HealthJournal journal,
            Clock clock) {
        this.registries = registries;
        this.breakers = breakers;
        this.connections = connections;
        this.probes = probes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Empty where there is no such server. */
    public Optional<ServerState> of(String id) {
        Registry registry = registries.current();
        BusinessServer server = registry.servers().get(id);
        if (server == null) {
            return Optional.empty();
        }
        ServerState found = found(server, registry);
        ServerState before = latest.get(id);
        while (!note(id, before, found)) {
            before = latest.get(id);
        }
        return Optional.of(latest.getOrDefault(id, found));
    }

    /** As it was found last, which costs nothing; empty where it was not found yet. */
    public Optional<ServerState> latest(String id) {
        return Optional.ofNullable(latest.get(id));
    }

    /** Looks at all servers; to be called every few seconds. */
    public void refresh() {
        Registry registry = registries.current();
        latest.keySet().retainAll(registry.servers().keySet());
        registry.servers().keySet().forEach(this::of);
    }

    /** The circuit of that target changed. Returns at once. */
    void moved(String target) {
        if (target.startsWith(SERVER)) {
            moved.add(target.substring(SERVER.length()));
        }
    }

    /** Looks at the servers whose circuits changed; to be called several times a second. */
    public void refreshMoved() {
        for (String id : moved) {
            moved.remove(id);
            of(id);
        }
    }

    /** False where another thread was faster. */
    private boolean note(String id, ServerState before, ServerState found) {
        if (before == null) {
            return latest.putIfAbsent(id, found) == null;
        }
        if (found.same(before)) {
            return latest.replace(
                    id, before, new ServerState(found.level(), before.since(), found.reason()));
        }
        if (!latest.replace(id, before, found)) {
            return false;
        }
        journal.changed(id, before, found);
        return true;
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
                            "Its circuit is open: " + breaker.why() + ".");
            case "HALF_OPEN" ->
                    breaker.recovers()
                            ? new ServerState(
                                    Level.SUSPECT,
                                    breaker.since(),
                                    "Its circuit is half open: " + breaker.why() + ".")
                            : new ServerState(
                                    Level.DOWN,
                                    breaker.since(),
                                    "Its circuit is open, and a request tests it.");
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
