package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Shows what a peer announces, and what of that is used, as this node heard it last. */
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
     * @throws Failure NOT_FOUND where there is no such peer, or nothing was heard of it as it is
     *     disabled
     */
    public JsonObject of(String peer) {
        if (!registries.current().peers().containsKey(peer)) {
            throw Failure.of(
                    ErrorCode.NOT_FOUND,
                    "There is no peer \"%s\"; list them to see which there are.".formatted(peer));
        }
        return peers.announced(peer)
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "Nothing was heard of peer %s yet; enable it, or ask again shortly."
                                                .formatted(peer)));
    }
}
