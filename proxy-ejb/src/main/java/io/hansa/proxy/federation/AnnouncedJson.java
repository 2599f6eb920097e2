package io.hansa.proxy.federation;

import io.hansa.proxy.federation.Announced.Reason;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * What a peer announces, as administrators see it: what is used, and what is not, with the reason.
 */
final class AnnouncedJson {
    private AnnouncedJson() {}

    static JsonObject print(PeerView view) {
        JsonArrayBuilder used = Json.createArrayBuilder();
        view.announced()
                .used()
                .values()
                .forEach(
                        capability ->
                                used.add(
                                        Json.createObjectBuilder()
                                                .add("name", capability.name())
                                                .add("priority", capability.priority())
                                                .add("available", capability.available())));
        JsonArrayBuilder refused = Json.createArrayBuilder();
        for (Reason reason : view.announced().refused().keySet()) {
            refused.add(
                    Json.createObjectBuilder()
                            .add("reason", reason.name())
                            .add("number", view.announced().refusals().get(reason))
                            .add(
                                    "names",
                                    Json.createArrayBuilder(
                                            view.announced().refused().get(reason))));
        }
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("peer", view.peer().id())
                        .add("reachable", view.reachable())
                        .add("used", used)
                        .add("refused", refused);
        if (view.status() != null) {
            json.add(
                    "says",
                    Json.createObjectBuilder()
                            .add("proxy", view.status().proxy())
                            .add("region", view.status().region())
                            .add("organization", view.status().organization()));
        }
        return json.build();
    }
}
