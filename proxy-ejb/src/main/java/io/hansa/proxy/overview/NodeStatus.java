package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the overview says of one node.
 *
 * @param findings of this node alone
 * @param moreFindings whether there are more than these
 */
record NodeStatus(
        NodeFacts facts,
        List<Finding> findings,
        boolean moreFindings,
        TrafficFigures traffic,
        List<String> openBreakers,
        List<CertificateEnd> certificates) {
    private static final int MAX = 100;

    /**
     * @throws RuntimeException if it is not what {@link #json} gives
     */
    static NodeStatus read(JsonObject json) {
        return new NodeStatus(
                NodeFacts.read(json),
                objects(json.getJsonArray("findings")).map(Finding::read).toList(),
                json.getBoolean("moreFindings"),
                TrafficFigures.read(json.getJsonObject("traffic")),
                json.getJsonArray("openBreakers").getValuesAs(JsonString::getString).stream()
                        .limit(MAX)
                        .toList(),
                objects(json.getJsonArray("certificates")).map(CertificateEnd::read).toList());
    }

    /** With at most so many findings and breakers, the worst findings first. */
    NodeStatus atMost(int maxFindings, int maxBreakers) {
        return new NodeStatus(
                facts,
                findings.stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .limit(maxFindings)
                        .toList(),
                moreFindings || findings.size() > maxFindings,
                traffic,
                openBreakers.stream().limit(maxBreakers).toList(),
                certificates);
    }

    JsonObjectBuilder json() {
        JsonArrayBuilder found = JSON.createArrayBuilder();
        findings.forEach(finding -> found.add(finding.json()));
        JsonArrayBuilder ends = JSON.createArrayBuilder();
        certificates.forEach(end -> ends.add(end.json()));
        return facts.addTo(JSON.createObjectBuilder())
                .add("findings", found)
                .add("moreFindings", moreFindings)
                .add("traffic", traffic.json())
                .add("openBreakers", JSON.createArrayBuilder(openBreakers))
                .add("certificates", ends);
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().limit(MAX);
    }
}
