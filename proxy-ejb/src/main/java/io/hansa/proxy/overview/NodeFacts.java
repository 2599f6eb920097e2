package io.hansa.proxy.overview;

import io.hansa.proxy.schema.ApiDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/**
 * What runs on a node.
 *
 * @param version of its API
 * @param startedAt when its process was started
 * @param revision of the registry that is in force there
 */
public record NodeFacts(String version, Instant startedAt, long revision) {
    /** Of this node. */
    public static NodeFacts here(long revision) {
        return new NodeFacts(
                ApiDocument.json().getJsonObject("info").getString("version"),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                revision);
    }

    static NodeFacts read(JsonObject json) {
        return new NodeFacts(
                json.getString("version"),
                Instant.parse(json.getString("startedAt")),
                json.getJsonNumber("revision").longValueExact());
    }

    public JsonObjectBuilder addTo(JsonObjectBuilder json) {
        return json.add("version", version)
                .add("startedAt", startedAt.toString())
                .add("revision", revision);
    }
}
