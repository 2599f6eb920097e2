package io.hansa.proxy.registration;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.breaker.GuardedDestination;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OverrideInForce;
import io.hansa.proxy.routing.Candidates;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Workload;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The proxy's own servers as destinations by capability, each behind its breaker. They are made
 * again when the registry changes; a server's workload and breaker outlive the change. Reading is
 * one volatile read and safe for many threads.
 */
public final class ServerDestinations {
    /**
     * @param places of the candidates by the servers' ids, so that only the named servers are
     *     looked up
     */
    private record Having(Map<String, Integer> places, Candidates candidates) {
        Having(List<BusinessServer> servers, Candidates candidates) {
            this(places(servers), candidates);
        }

        private static Map<String, Integer> places(List<BusinessServer> servers) {
            Map<String, Integer> places = new HashMap<>();
            for (BusinessServer server : servers) {
                places.put(server.id(), places.size());
            }
            return Collections.unmodifiableMap(places);
        }

        Candidates only(Set<String> allowed) {
            return candidates.only(
                    allowed.stream()
                            .map(places::get)
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::intValue)
                            .sorted()
                            .toArray());
        }
    }

    private static final Having NOBODY = new Having(Map.of(), Candidates.NONE);

    private final String proxy;
    private final Exchanges exchanges;
    private final Breakers breakers;
    private final ConcurrentHashMap<String, Workload> workloads = new ConcurrentHashMap<>();
    private volatile Map<String, Having> byCapability = Map.of();
    private volatile Set<ServerLoad> loads = Set.of();

    public ServerDestinations(String proxy, Exchanges exchanges, Breakers breakers) {
        this.proxy = proxy;
        this.exchanges = exchanges;
        this.breakers = breakers;
    }

    /**
     * Puts the servers of a new registry in force.
     *
     * @param servers by capability
     * @param priorities of capabilities
     */
    public void replace(
            Map<String, List<BusinessServer>> servers, Function<String, Priority> priorities) {
        replace(servers, priorities, Map.of());
    }

    /**
     * The same, with what operators have set.
     *
     * @param overrides by target
     */
    public void replace(
            Map<String, List<BusinessServer>> servers,
            Function<String, Priority> priorities,
            Map<String, OperatingOverride> overrides) {
        Map<String, Having> before = byCapability;
        // No Map.copyOf: it searches runs of neighbouring hashes, which numbered names have.
        Map<String, Having> replaced = new HashMap<>();
        Map<String, List<String>> targets = new HashMap<>();
        Map<String, Destination> byId = new HashMap<>();
        servers.forEach(
                (capability, having) -> {
                    List<Destination> destinations =
                            having.stream()
                                    .map(
                                            s ->
                                                    byId.computeIfAbsent(
                                                            s.id(),
                                                            id -> make(s, priorities, overrides)))
                                    .toList();
                    replaced.put(
                            capability,
                            new Having(
                                    having,
                                    before.getOrDefault(capability, NOBODY)
                                            .candidates()
                                            .replacedBy(destinations)));
                    targets.put(
                            capability,
                            having.stream().map(s -> BreakerSetting.server(s.id())).toList());
                });
        workloads.keySet().retainAll(byId.keySet());
        loads = loads(servers.values());
        breakers.arrange(BreakerSetting.server(""), targets);
        byCapability = Collections.unmodifiableMap(replaced);
    }

    /** Whether any enabled server of this proxy has the capability. */
    public boolean offer(String capability) {
        return byCapability.containsKey(capability);
    }

    /**
     * @param allowed ids of the servers that the caller may use; null: all
     */
    public Candidates having(String capability, Set<String> allowed) {
        Having having = byCapability.getOrDefault(capability, NOBODY);
        return allowed == null ? having.candidates() : having.only(allowed);
    }

    /** The load of each server that is in force. */
    public Set<ServerLoad> loads() {
        return loads;
    }

    private Set<ServerLoad> loads(Collection<List<BusinessServer>> servers) {
        return servers.stream()
                .flatMap(List::stream)
                .map(
                        server ->
                                new ServerLoad(
                                        server.id(),
                                        workloads.get(server.id()),
                                        server.target().maxConcurrent()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Destination make(
            BusinessServer server,
            Function<String, Priority> priorities,
            Map<String, OperatingOverride> overrides) {
        Priority highestPriority =
                server.capabilities().stream()
                        .map(priorities)
                        .min(Comparator.naturalOrder())
                        .orElse(Priority.BULK);
        Workload workload = workloads.computeIfAbsent(server.id(), id -> new Workload());
        return new GuardedDestination(
                new ServerDestination(
                        proxy,
                        server,
                        highestPriority,
                        workload,
                        exchanges,
                        OverrideInForce.of(
                                overrides.get(OperatingOverride.server(server.id())),
                                breakers.clock())),
                breakers.of(BreakerSetting.server(server.id())),
                breakers.limits().slowAfterPercent());
    }
}
