package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.load.NodeLoad;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OverrideJson;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The overrides of operators. Each needs an existing server, or a node that is running. */
@Dependent
class OverrideItems implements Items<OperatingOverride> {
    private final StoredOverrides overrides;
    private final RegisteredServers servers;
    private final ProxyLoad nodes;
    private final Clock clock;

    @Inject
    OverrideItems(
            StoredOverrides overrides, RegisteredServers servers, ProxyLoad nodes, Clock clock) {
        this.overrides = overrides;
        this.servers = servers;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.OVERRIDE;
    }

    @Override
    public Optional<OperatingOverride> find(String key) {
        return overrides.find(key);
    }

    @Override
    public String key(OperatingOverride value) {
        return value.target();
    }

    @Override
    public JsonObject print(OperatingOverride value) {
        return OverrideJson.print(value);
    }

    @Override
    public Map<String, OperatingOverride> in(Registry registry) {
        return registry.overrides();
    }

    @Override
    public Function<Optional<OperatingOverride>, OperatingOverride> parse(
            String key, JsonObject json) {
        OperatingOverride parsed = OverrideJson.parse(key, json, clock.instant());
        return before -> parsed;
    }

    @Override
    public String reason(OperatingOverride value) {
        return value.cause().reason();
    }

    @Override
    public OperatingOverride setBy(String account, OperatingOverride value) {
        return value.by(account);
    }

    @Override
    public OperatingOverride put(OperatingOverride value, long revision) {
        boolean known =
                value.ofNode() ? isRunning(value.id()) : servers.find(value.id()).isPresent();
        if (!known) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    value.ofNode()
                            ? "There is no node %s; list the nodes for those that run."
                                    .formatted(value.id())
                            : "There is no server %s; list the servers for those that exist."
                                    .formatted(value.id()));
        }
        return overrides.put(value, revision);
    }

    @Override
    public void remove(String key) {
        overrides.remove(key);
    }

    private boolean isRunning(String node) {
        return nodes.here().node().equals(node)
                || nodes.others().stream().map(NodeLoad::node).anyMatch(node::equals);
    }
}
