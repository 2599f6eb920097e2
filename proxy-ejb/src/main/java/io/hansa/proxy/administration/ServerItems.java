package io.hansa.proxy.administration;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.health.ServerState.Level;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registration.ServerJson;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

@Dependent
class ServerItems implements Items<BusinessServer> {
    private final RegisteredServers servers;
    private final BreakerSettings breakers;
    private final StoredOverrides overrides;
    private final ServerStates states;

    @Inject
    ServerItems(
            RegisteredServers servers,
            BreakerSettings breakers,
            StoredOverrides overrides,
            ServerStates states) {
        this.servers = servers;
        this.breakers = breakers;
        this.overrides = overrides;
        this.states = states;
    }

    @Override
    public Kind kind() {
        return Kind.SERVER;
    }

    @Override
    public Optional<BusinessServer> find(String key) {
        return servers.find(key);
    }

    @Override
    public String key(BusinessServer value) {
        return value.id();
    }

    @Override
    public JsonObject print(BusinessServer value) {
        return ServerJson.print(value);
    }

    @Override
    public Map<String, BusinessServer> in(Registry registry) {
        return registry.servers();
    }

    @Override
    public List<String> texts(BusinessServer value) {
        return List.of(value.id(), value.endpoint());
    }

    @Override
    public Map<String, Function<String, Predicate<BusinessServer>>> filters() {
        return Map.of(
                "capability",
                capability -> server -> server.capabilities().contains(capability),
                "state",
                this::inState);
    }

    /** As this node sees it. */
    private Predicate<BusinessServer> inState(String state) {
        Level level = QueryText.constant("state", state, Level.class);
        return server -> states.of(server.id()).filter(now -> now.level() == level).isPresent();
    }

    @Override
    public Function<Optional<BusinessServer>, BusinessServer> parse(String key, JsonObject json) {
        BusinessServer parsed = ServerJson.parse(key, json);
        return before -> parsed;
    }

    @Override
    public BusinessServer put(BusinessServer value, long revision) {
        return servers.put(value, revision);
    }

    @Override
    public void remove(String key) {
        servers.remove(key);
        breakers.remove(BreakerSetting.server(key));
        overrides.remove(OperatingOverride.server(key));
    }
}
