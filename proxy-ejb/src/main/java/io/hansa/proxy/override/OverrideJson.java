package io.hansa.proxy.override;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.Document;
import io.hansa.proxy.override.OperatingOverride.State;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;

/** An override, between JSON of the administration API and value. */
public final class OverrideJson {
    private OverrideJson() {}

    /**
     * @param target as in {@link OperatingOverride}
     * @param now before which nothing ends
     * @throws io.hansa.proxy.failure.Failure that names member, value and remedy
     */
    public static OperatingOverride parse(String target, JsonObject json, Instant now) {
        Document document = new Document("override", json);
        State state = document.choice("state", State.class, null);
        double weight = document.decimal("weight", 1, 0, 1);
        EndAndReason end = EndAndReason.readWithReason(document, now);
        document.same("target", target);
        document.end();
        if (target.startsWith(OperatingOverride.node(""))) {
            requireOfNode(document, state, json);
        } else if (state == null && json.get("weight") == null) {
            throw document.refused("An override of a server needs a state, a weight, or both.");
        }
        return new OperatingOverride(target, state, weight, end.until(), end.cause(now), 0);
    }

    private static void requireOfNode(Document document, State state, JsonObject json) {
        if (state != State.DRAINING || json.get("weight") != null) {
            throw document.refused("An override of a node has the state DRAINING, and no weight.");
        }
    }

    /** As a PUT takes it. */
    public static JsonObject print(OperatingOverride override) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("target", override.target())
                        .add("state", orNull(override.state()));
        if (!override.ofNode()) {
            json.add("weight", override.weight());
        }
        return json.add("until", orNull(override.until()))
                .add("reason", override.cause().reason())
                .build();
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
