package io.hansa.proxy.administration;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registration.ServerJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

@Dependent
class ServerItems implements ReplaceableItems<BusinessServer> {
    private final RegisteredServers servers;
    private final BreakerSettings breakers;

    @Inject
    ServerItems(RegisteredServers servers, BreakerSettings breakers) {
        this.servers = servers;
        this.breakers = breakers;
    }

    @Override
    public Kind kind() {
        return Kind.SERVER;
    }

    @Override
    public List<BusinessServer> all() {
        return servers.all();
    }

    @Override
    public Optional<BusinessServer> find(String key) {
        return servers.find(key);
    }

    @Override
    public Item item(BusinessServer value) {
        return new Item(value.id(), ServerJson.print(value), value.version());
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
    }
}
