package io.hansa.proxy.registration;

import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The proxy's own servers as destinations by capability, made anew when the registry changes; a server's
 * workload outlives the change. Reading is one volatile read and safe for many threads.
 */
public final class ServerDestinations {
    private final String proxy;
    private final Exchanges exchanges;
    private final ConcurrentHashMap<String, Workload> workloads = new ConcurrentHashMap<>();
    private volatile Map<String, List<ServerDestination>> byCapability = Map.of();

    public ServerDestinations(String proxy, Exchanges exchanges) {
        this.proxy = proxy;
        this.exchanges = exchanges;
    }

    /** Puts the servers of a new registry in force. */
    public void replace(Map<String, List<BusinessServer>> servers) {
        Map<String, List<ServerDestination>> replaced = new HashMap<>();
        Map<String, ServerDestination> byId = new HashMap<>();
        servers.forEach(
                (capability, having) ->
                        replaced.put(
                                capability,
                                having.stream()
                                        .map(s -> byId.computeIfAbsent(s.id(), id -> make(s)))
                                        .toList()));
        workloads.keySet().retainAll(byId.keySet());
        byCapability = Map.copyOf(replaced);
    }

    /** Whether any enabled server of this proxy has the capability. */
    public boolean offer(String capability) {
        return byCapability.containsKey(capability);
    }

    /**
     * @param allowed ids of the servers that the caller may use; null: all
     */
    public List<Destination> having(String capability, Set<String> allowed) {
        List<Destination> destinations = new ArrayList<>();
        for (ServerDestination destination : byCapability.getOrDefault(capability, List.of())) {
            if (allowed == null || allowed.contains(destination.serverId())) {
                destinations.add(destination);
            }
        }
        return destinations;
    }

    private ServerDestination make(BusinessServer server) {
        return new ServerDestination(
                proxy,
                server,
                workloads.computeIfAbsent(server.id(), id -> new Workload()),
                exchanges);
    }
}
