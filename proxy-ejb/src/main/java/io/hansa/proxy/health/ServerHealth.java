package io.hansa.proxy.health;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.probe.LatestProbes;
import io.hansa.proxy.probe.Probing;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerLoad;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Shows the state of one business server, and what it is made of. */
@Dependent
public class ServerHealth {
    private final ServerStates states;
    private final ServerDestinations servers;
    private final Breakers breakers;
    private final LatestProbes probes;
    private final Probing probing;

    @Inject
    ServerHealth(
            ServerStates states,
            ServerDestinations servers,
            Breakers breakers,
            LatestProbes probes,
            Probing probing) {
        this.states = states;
        this.servers = servers;
        this.breakers = breakers;
        this.probes = probes;
        this.probing = probing;
    }

    /**
     * @throws Failure NOT_FOUND
     */
    public JsonObject of(String id) {
        ServerState state =
                states.of(id)
                        .orElseThrow(
                                () ->
                                        Failure.of(
                                                ErrorCode.NOT_FOUND,
                                                "There is no server %s; list the servers for those that exist."
                                                        .formatted(id)));
        return JSON.createObjectBuilder()
                .add("server", id)
                .add("state", state.level().name())
                .add("since", state.since().toString())
                .add("reason", state.reason())
                .addNull("lease")
                .add("probe", probe(id))
                .add("traffic", traffic(id))
                .build();
    }

    /** Null where no probe was made yet. */
    private JsonValue probe(String id) {
        return probes.of(id)
                .map(
                        outcome -> {
                            JsonObjectBuilder json = outcome.json();
                            probing.inRow(id).ifPresent(inRow -> json.add("inRow", inRow));
                            return json.build();
                        })
                .map(JsonValue.class::cast)
                .orElse(JsonValue.NULL);
    }

    private JsonObjectBuilder traffic(String id) {
        JsonObjectBuilder traffic = JSON.createObjectBuilder();
        breakers.find(BreakerSetting.server(id))
                .ifPresent(
                        breaker ->
                                traffic.add("breaker", breaker.state())
                                        .add("exchanges", breaker.exchanges())
                                        .add(
                                                "failurePercent",
                                                Math.max(0, Math.round(breaker.failurePercent())))
                                        .add(
                                                "slowPercent",
                                                Math.max(0, Math.round(breaker.slowPercent()))));
        servers.loads().stream()
                .filter(load -> load.server().equals(id))
                .findFirst()
                .ifPresent(load -> add(traffic, load));
        return traffic;
    }

    private static void add(JsonObjectBuilder traffic, ServerLoad load) {
        traffic.add("inFlight", load.workload().inFlight())
                .add("load", load.now())
                .add("usualMicros", load.workload().usualNanos() / 1000);
    }
}
