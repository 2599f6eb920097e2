package io.hansa.proxy.federation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.federation.Announced.Reason;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * What a peer announces, as administrators see it: what is used, and what is not, with the reason.
 */
final class AnnouncedJson {
    private AnnouncedJson() {}

    static JsonObject print(PeerView view) {
        JsonArrayBuilder used = JSON.createArrayBuilder();
        view.announced()
                .used()
                .values()
                .forEach(
                        capability ->
                                used.add(
                                        JSON.createObjectBuilder()
                                                .add("name", capability.name())
                                                .add("priority", capability.priority())
                                                .add("available", capability.available())));
        JsonArrayBuilder refused = JSON.createArrayBuilder();
        for (Reason reason : view.announced().refused().keySet()) {
            refused.add(
                    JSON.createObjectBuilder()
                            .add("reason", reason.name())
                            .add("number", view.announced().refusals().get(reason))
                            .add(
                                    "names",
                                    JSON.createArrayBuilder(
                                            view.announced().refused().get(reason))));
        }
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("peer", view.peer().id())
                        .add("reachable", view.reachable())
                        .add("used", used)
                        .add("refused", refused);
        if (view.status() != null) {
            json.add(
                    "says",
                    JSON.createObjectBuilder()
                            .add("proxy", view.status().proxy())
                            .add("region", view.status().region())
                            .add("organization", view.status().organization()));
        }
        return json.build();
    }
}
