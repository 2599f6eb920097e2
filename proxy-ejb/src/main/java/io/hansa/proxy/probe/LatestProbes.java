package io.hansa.proxy.probe;

import io.hansa.proxy.registry.Registries;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the latest probe of each server came out, on this node. Safe for many threads. */
public class LatestProbes {
    private final Map<String, ProbeOutcome> byServer = new ConcurrentHashMap<>();

    public LatestProbes(Registries registries) {
        registries.onReplaced(registry -> byServer.keySet().retainAll(registry.servers().keySet()));
    }

    public void note(String server, ProbeOutcome outcome) {
        byServer.put(server, outcome);
    }

    public Optional<ProbeOutcome> of(String server) {
        return Optional.ofNullable(byServer.get(server));
    }
}
