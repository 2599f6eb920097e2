package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.federation.PeerJson;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

@Dependent
class PeerItems implements Items<Peer> {
    private final ProxyIdentity own;
    private final KnownPeers peers;
    private final BreakerSettings breakers;

    @Inject
    PeerItems(ProxyIdentity own, KnownPeers peers, BreakerSettings breakers) {
        this.own = own;
        this.peers = peers;
        this.breakers = breakers;
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public Optional<Peer> find(String key) {
        return peers.find(key);
    }

    @Override
    public String key(Peer value) {
        return value.id();
    }

    @Override
    public JsonObject print(Peer value) {
        return PeerJson.print(value);
    }

    @Override
    public Map<String, Peer> in(Registry registry) {
        return registry.peers();
    }

    @Override
    public List<String> texts(Peer value) {
        return List.of(value.id(), value.url().toString());
    }

    @Override
    public Function<Optional<Peer>, Peer> parse(String key, JsonObject json) {
        if (key.equals(own.id())) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "A proxy cannot be its own peer: %s is this proxy's id; give the id of the other proxy."
                            .formatted(key));
        }
        Peer parsed = PeerJson.parse(key, json);
        return before -> parsed;
    }

    @Override
    public Peer put(Peer value, long revision) {
        return peers.put(value, revision);
    }

    @Override
    public void remove(String key) {
        peers.remove(key);
        breakers.remove(BreakerSetting.peer(key));
    }
}
