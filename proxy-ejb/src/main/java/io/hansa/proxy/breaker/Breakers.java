package io.hansa.proxy.breaker;

import io.hansa.proxy.configuration.BreakerLimits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The breakers of this node. Finding one costs no lock; safe for many threads. */
public final class Breakers {
    private final BreakerLimits limits;
    private final Clock clock;
    private final ConcurrentHashMap<String, Breaker> byTarget = new ConcurrentHashMap<>();
    private volatile Map<String, BreakerSetting> settings = Map.of();
    private volatile Consumer<String> moved = target -> {};

    public Breakers(BreakerLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** By which settings and overrides end. */
    public Clock clock() {
        return clock;
    }

    /**
     * @param listener gets each target whose circuit changed; must not wait
     */
    public void onMoved(Consumer<String> listener) {
        moved = listener;
    }

    /** The target's breaker, made where there is none yet. */
    public Breaker of(String target) {
        Breaker breaker = byTarget.get(target);
        return breaker != null ? breaker : byTarget.computeIfAbsent(target, this::make);
    }

    /** Puts the administrators' settings in force; what they do not name is automatic. */
    public void set(Map<String, BreakerSetting> wanted) {
        settings = wanted;
        byTarget.values().forEach(breaker -> breaker.set(inForce(breaker.target())));
    }

    /**
     * Makes those automatic whose setting has ended; to be called about every second. Needs no
     * database.
     */
    public void endSettings() {
        if (settings.values().stream().anyMatch(setting -> setting.until() != null)) {
            byTarget.values().forEach(breaker -> breaker.set(inForce(breaker.target())));
        }
    }

    /** What an administrator has set for the target, as long as it has not ended. */
    public Optional<BreakerSetting> setting(String target) {
        return Optional.ofNullable(inForce(target));
    }

    /**
     * Tells the targets of one kind who stands in for whom, and forgets those that are no more.
     *
     * @param kind how their names begin
     * @param byCapability the targets that have each capability
     */
    public void arrange(String kind, Map<String, List<String>> byCapability) {
        Map<String, List<Collection<Breaker>>> groups = new TreeMap<>();
        for (List<String> targets : byCapability.values()) {
            List<Breaker> group = targets.stream().map(this::of).toList();
            for (String target : targets) {
                groups.computeIfAbsent(target, t -> new ArrayList<>()).add(group);
            }
        }
        Set<String> known = groups.keySet();
        byTarget.keySet().removeIf(t -> t.startsWith(kind) && !known.contains(t));
        groups.forEach((target, sharing) -> of(target).standsAmong(List.copyOf(sharing)));
    }

    /** All, by target. */
    public Collection<Breaker> all() {
        return new TreeMap<>(byTarget).values();
    }

    public Optional<Breaker> find(String target) {
        return Optional.ofNullable(byTarget.get(target));
    }

    public BreakerLimits limits() {
        return limits;
    }

    private Breaker make(String target) {
        Breaker breaker = new Breaker(target, limits, clock, () -> moved.accept(target));
        breaker.set(inForce(target));
        return breaker;
    }

    /** Null: nothing. */
    private BreakerSetting inForce(String target) {
        BreakerSetting setting = settings.get(target);
        return setting == null || setting.ended(clock.millis()) ? null : setting;
    }
}
