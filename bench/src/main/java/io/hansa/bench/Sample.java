package io.hansa.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * What one round brought.
 *
 * @param requests with a good reply
 * @param cpuSeconds of the proxy's process, user and system; 0 for the direct way
 */
record Sample(
        long requests,
        double seconds,
        double p50Micros,
        double p99Micros,
        long bad,
        String firstBad,
        double cpuSeconds) {
    private static final double MICROS_PER_SECOND = 1e6;

    static Sample of(String line, double cpuSeconds) {
        try (var reader = Json.createReader(new StringReader(line))) {
            JsonObject told = reader.readObject();
            return new Sample(
                    told.getJsonNumber("requests").longValue(),
                    told.getJsonNumber("tookMicros").doubleValue() / MICROS_PER_SECOND,
                    told.getJsonNumber("p50Micros").doubleValue(),
                    told.getJsonNumber("p99Micros").doubleValue(),
                    told.getJsonNumber("bad").longValue(),
                    told.getString("firstBad"),
                    cpuSeconds);
        }
    }

    /** The same, but not good: something else that was due did not happen. */
    Sample spoilt(String reason) {
        return new Sample(
                requests,
                seconds,
                p50Micros,
                p99Micros,
                bad + 1,
                firstBad.isEmpty() ? reason : firstBad,
                cpuSeconds);
    }

    double perSecond() {
        return requests / seconds;
    }

    double cpuPerThousand() {
        return requests == 0 ? Double.NaN : cpuSeconds * 1000 / requests;
    }
}
