package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.breaker.BreakerJson;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The breaker settings of administrators. A setting needs an existing server or peer. */
@Dependent
class BreakerItems implements Items<BreakerSetting> {
    private final BreakerSettings settings;
    private final RegisteredServers servers;
    private final KnownPeers peers;
    private final Clock clock;

    @Inject
    BreakerItems(
            BreakerSettings settings, RegisteredServers servers, KnownPeers peers, Clock clock) {
        this.settings = settings;
        this.servers = servers;
        this.peers = peers;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.BREAKER;
    }

    @Override
    public Optional<BreakerSetting> find(String key) {
        return settings.find(key);
    }

    @Override
    public String key(BreakerSetting value) {
        return value.target();
    }

    @Override
    public JsonObject print(BreakerSetting value) {
        return BreakerJson.print(value);
    }

    @Override
    public Map<String, BreakerSetting> in(Registry registry) {
        return registry.breakers();
    }

    @Override
    public Function<Optional<BreakerSetting>, BreakerSetting> parse(String key, JsonObject json) {
        BreakerSetting parsed = BreakerJson.parse(key, json, clock.instant());
        return before -> parsed;
    }

    @Override
    public String reason(BreakerSetting value) {
        return value.cause().reason();
    }

    @Override
    public BreakerSetting setBy(String account, BreakerSetting value) {
        return value.by(account);
    }

    @Override
    public BreakerSetting put(BreakerSetting value, long revision) {
        String id = value.target().substring(value.target().indexOf(':') + 1);
        boolean known =
                value.target().equals(BreakerSetting.server(id))
                        ? servers.find(id).isPresent()
                        : peers.find(id).isPresent();
        if (!known) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "There is no %s; list the breakers for those that exist."
                            .formatted(value.target()));
        }
        return settings.put(value, revision);
    }

    @Override
    public void remove(String key) {
        settings.remove(key);
    }
}
