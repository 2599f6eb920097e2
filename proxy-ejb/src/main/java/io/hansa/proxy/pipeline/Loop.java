package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Visits;

/** The refusal of a request that would visit a proxy again, with its path (R6). */
final class Loop {
    private Loop() {}

    static Failure detected(Visits way) {
        return refusal(way, "The request came back to where it had been: %s.".formatted(way(way)));
    }

    static Failure tooLong(Visits way, int max) {
        return refusal(
                way,
                "The request passed through %d capabilities, the most allowed: %s."
                        .formatted(max, way(way)));
    }

    private static Failure refusal(Visits way, String detail) {
        return Failure.of(ErrorCode.LOOP_DETECTED, detail).with("path", way.proxies());
    }

    private static String way(Visits way) {
        return String.join(" > ", way.all().stream().map(Visits.Visit::toString).toList());
    }
}
