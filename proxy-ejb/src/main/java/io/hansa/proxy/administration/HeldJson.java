package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.registry.HeldRevision;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** A held revision as JSON of the administration API. */
final class HeldJson {
    private HeldJson() {}

    static JsonObject none() {
        return JSON.createObjectBuilder().add("held", false).build();
    }

    static JsonObject print(HeldRevision held, Instant now) {
        JsonArrayBuilder losses = JSON.createArrayBuilder();
        for (HeldRevision.Loss loss : held.losses()) {
            losses.add(
                    JSON.createObjectBuilder()
                            .add("kind", loss.part().word())
                            .add("before", loss.before())
                            .add("gone", loss.gone())
                            .add("items", JSON.createArrayBuilder(loss.items())));
        }
        return JSON.createObjectBuilder()
                .add("held", true)
                .add("reason", held.reason().name())
                .add("text", held.text())
                .add("remedy", held.remedy())
                .add("since", held.since().toString())
                .add("ageSeconds", Math.max(0, Duration.between(held.since(), now).toSeconds()))
                .add("revision", held.revision())
                .add("revisionInForce", held.good())
                .add("losses", losses)
                .build();
    }
}
