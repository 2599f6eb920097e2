package io.hansa.proxy.overview;

import io.hansa.proxy.schema.ApiDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/**
 * What runs on a node.
 *
 * @param version of its API
 * @param startedAt when its process was started, by the database's clock
 * @param revision of the registry that is in force there
 * @param clockOffset by how much its machine's clock is behind the database's; null where it did
 *     not tell
 */
public record NodeFacts(String version, Instant startedAt, long revision, Duration clockOffset) {
    private static final String CLOCK_OFFSET = "clockOffsetMillis";

    /** Of this node. */
    public static NodeFacts here(long revision, Duration clockOffset) {
        return new NodeFacts(
                ApiDocument.json().getJsonObject("info").getString("version"),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                        .plus(clockOffset),
                revision,
                clockOffset);
    }

    static NodeFacts read(JsonObject json) {
        return new NodeFacts(
                json.getString("version"),
                Instant.parse(json.getString("startedAt")),
                json.getJsonNumber("revision").longValueExact(),
                json.containsKey(CLOCK_OFFSET)
                        ? Duration.ofMillis(json.getJsonNumber(CLOCK_OFFSET).longValueExact())
                        : null);
    }

    public JsonObjectBuilder addTo(JsonObjectBuilder json) {
        json.add("version", version)
                .add("startedAt", startedAt.toString())
                .add("revision", revision);
        return clockOffset == null ? json : json.add(CLOCK_OFFSET, clockOffset.toMillis());
    }
}
