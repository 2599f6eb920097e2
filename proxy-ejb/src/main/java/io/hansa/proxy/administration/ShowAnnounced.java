package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * Shows the capabilities that a peer announces, and which of them this proxy uses, as this node
 * last received them.
 */
@Dependent
public class ShowAnnounced {
    private final Registries registries;
    private final Peers peers;

    @Inject
    ShowAnnounced(Registries registries, Peers peers) {
        this.registries = registries;
        this.peers = peers;
    }

    /**
     * @throws Failure NOT_FOUND if the peer does not exist, or this node received nothing from it
     */
    public JsonObject of(String peer) {
        if (!registries.current().peers().containsKey(peer)) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "There is no peer \"%s\"; list them for those that exist.".formatted(peer));
        }
        return peers.announced(peer)
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "This node has received nothing from peer %s yet; enable the peer, or try again shortly."
                                                .formatted(peer)));
    }
}
