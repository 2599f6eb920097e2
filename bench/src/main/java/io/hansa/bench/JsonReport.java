package io.hansa.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The same figures for programs, as one document. What was not measured is null. */
final class JsonReport {
    private JsonReport() {}

    static JsonObject of(List<NodeFigures> nodes) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        nodes.forEach(node -> all.add(json(node)));
        return Json.createObjectBuilder()
                .add("java", System.getProperty("java.version"))
                .add("processors", Runtime.getRuntime().availableProcessors())
                .add("nodes", all)
                .build();
    }

    private static JsonObjectBuilder json(NodeFigures node) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("server", node.server().toString())
                        .add("bad", node.bad());
        add(json, "startSeconds", node.startSeconds());
        add(json, "idleMib", node.idleMib());
        add(json, "peakMib", node.peakMib());
        JsonArrayBuilder modes = Json.createArrayBuilder();
        node.modes().forEach(mode -> modes.add(json(mode)));
        return json.add("modes", modes);
    }

    private static JsonObjectBuilder json(Figures figures) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("connections", figures.mode().connections())
                        .add("bodyBytes", figures.mode().bodyBytes())
                        .add("rounds", figures.rounds().size())
                        .add("bad", figures.bad())
                        .add("firstBad", figures.firstBad());
        add(json, "directPerSecond", figures.median(pair -> pair.direct().perSecond()));
        add(json, "perSecond", figures.median(pair -> pair.proxy().perSecond()));
        add(json, "ratio", figures.median(Pair::ratio));
        add(json, "directP50Micros", figures.median(pair -> pair.direct().p50Micros()));
        add(json, "p50Micros", figures.median(pair -> pair.proxy().p50Micros()));
        add(json, "p99Micros", figures.median(pair -> pair.proxy().p99Micros()));
        add(json, "addedP50Micros", figures.median(Pair::addedP50Micros));
        add(json, "cpuSecondsPer1000", figures.median(pair -> pair.proxy().cpuPerThousand()));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, double figure) {
        if (Double.isFinite(figure)) {
            json.add(name, figure);
        } else {
            json.addNull(name);
        }
    }
}
