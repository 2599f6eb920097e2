package io.hansa.proxy.overview;

import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.health.ServerState;
import io.hansa.proxy.health.ServerState.Level;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.overview.Finding.Severity;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Looks for servers and peers of this node that are not as they should be. */
@Dependent
class Findings {
    private static final String ADMIN = "/api/v1/admin/";
    private static final String PEER = BreakerSetting.peer("");

    private final Registries registries;
    private final ServerStates states;
    private final Breakers breakers;
    private final Peers peers;
    private final RegistryFindings stored;

    @Inject
    Findings(
            Registries registries,
            ServerStates states,
            Breakers breakers,
            Peers peers,
            RegistryFindings stored) {
        this.registries = registries;
        this.states = states;
        this.breakers = breakers;
        this.peers = peers;
        this.stored = stored;
    }

    List<Finding> all() {
        Registry registry = registries.current();
        List<Finding> all = new ArrayList<>();
        all.addAll(stored.all());
        addCapabilities(registry, all);
        addServers(registry, all);
        addPeers(all);
        return all;
    }

    private void addCapabilities(Registry registry, List<Finding> all) {
        new TreeMap<>(registry.serversByCapability())
                .forEach(
                        (capability, servers) -> {
                            if (servers.stream().noneMatch(this::takesWork)) {
                                all.add(
                                        new Finding(
                                                Severity.ERROR,
                                                "capability-without-server",
                                                "No server that has %s takes work."
                                                        .formatted(capability),
                                                "Look at its servers, or add one.",
                                                null,
                                                ADMIN + "servers?capability=" + capability));
                            }
                        });
    }

    private boolean takesWork(BusinessServer server) {
        return states.of(server.id())
                .filter(s -> s.level() == Level.UP || s.level() == Level.SUSPECT)
                .isPresent();
    }

    private void addServers(Registry registry, List<Finding> all) {
        for (BusinessServer server : new TreeMap<>(registry.servers()).values()) {
            if (server.enabled()) {
                states.of(server.id())
                        .filter(state -> state.level() != Level.UP)
                        .ifPresent(state -> all.add(ofServer(server.id(), state)));
            }
        }
    }

    private static Finding ofServer(String id, ServerState state) {
        boolean wanted = state.level() == Level.DRAINING || state.level() == Level.QUARANTINED;
        return new Finding(
                wanted
                        ? Severity.INFO
                        : state.level() == Level.DOWN ? Severity.ERROR : Severity.WARNING,
                "server-" + state.level().name().toLowerCase(Locale.ROOT),
                "Server %s is %s: %s".formatted(id, state.level(), state.reason()),
                wanted
                        ? "Remove the override when it is done."
                        : "Look into the server's log, and try it: POST servers/%s/try."
                                .formatted(id),
                state.since(),
                ADMIN + "servers/" + id + "/health");
    }

    private void addPeers(List<Finding> all) {
        peers.silent()
                .forEach(
                        (peer, why) ->
                                all.add(
                                        new Finding(
                                                Severity.WARNING,
                                                "peer-silent",
                                                "Peer %s does not answer this node: %s"
                                                        .formatted(peer, why),
                                                "Check its address and certificate, or ask its operator.",
                                                null,
                                                ADMIN + "peers/" + peer + "/announced")));
        for (Breaker breaker : breakers.all()) {
            if (breaker.target().startsWith(PEER) && !breaker.allows()) {
                String peer = breaker.target().substring(PEER.length());
                all.add(
                        new Finding(
                                Severity.WARNING,
                                "peer-cut-off",
                                "The circuit to peer %s is open.".formatted(peer),
                                "Look whether the peer runs and the line to it is well.",
                                breaker.since(),
                                ADMIN + "breakers/" + breaker.target()));
            }
        }
    }
}
