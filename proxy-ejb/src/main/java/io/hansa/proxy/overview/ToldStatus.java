package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.load.NodeSummary;
import jakarta.json.JsonObjectBuilder;

/**
 * What a node told of itself.
 *
 * @param ageMillis how long ago
 * @param counted whether that is new enough to count
 */
record ToldStatus(String node, long ageMillis, boolean counted, NodeStatus status) {
    ToldStatus after(long millis) {
        long age = ageMillis + millis;
        return new ToldStatus(node, age, NodeSummary.isCurrent(age), status);
    }

    JsonObjectBuilder json() {
        return JSON.createObjectBuilder()
                .add("node", node)
                .add("ageMillis", ageMillis)
                .add("counted", counted);
    }
}
