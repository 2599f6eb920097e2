package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * The traffic of a minute.
 *
 * @param errorShare of the requests
 * @param p50Millis of the slowest five seconds of the slowest node; NaN without requests
 * @param p99Millis likewise
 */
record TrafficFigures(
        double requestsPerSecond, double errorShare, double p50Millis, double p99Millis) {
    /** Of several nodes together. */
    static TrafficFigures of(List<TrafficFigures> nodes) {
        double requests = 0;
        double errors = 0;
        double p50 = Double.NaN;
        double p99 = Double.NaN;
        for (TrafficFigures node : nodes) {
            requests += node.requestsPerSecond();
            errors += node.errorShare() * node.requestsPerSecond();
            p50 = slower(p50, node.p50Millis());
            p99 = slower(p99, node.p99Millis());
        }
        return new TrafficFigures(requests, requests == 0 ? 0 : errors / requests, p50, p99);
    }

    static TrafficFigures read(JsonObject json) {
        return new TrafficFigures(
                number(json, "requestsPerSecond"),
                number(json, "errorShare"),
                number(json, "p50Millis"),
                number(json, "p99Millis"));
    }

    JsonObjectBuilder json() {
        return JSON.createObjectBuilder()
                .add("requestsPerSecond", requestsPerSecond)
                .add("errorShare", errorShare)
                .add("p50Millis", orNull(p50Millis))
                .add("p99Millis", orNull(p99Millis));
    }

    static double slower(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }

    private static double number(JsonObject json, String name) {
        return json.isNull(name) ? Double.NaN : ((JsonNumber) json.get(name)).doubleValue();
    }

    private static JsonValue orNull(double millis) {
        return Double.isNaN(millis) ? JsonValue.NULL : JSON.createValue(millis);
    }
}
