package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The failure where no candidate takes work because of circuits and operators. */
final class KeptFromWork {
    /** More are only counted, so that the message stays short. */
    private static final int MAX_NAMED = 3;

    private KeptFromWork() {}

    /**
     * @param what such as {@code business server}
     * @param candidates all that have the capability; each has an open circuit or a hold
     * @param now by the clock by which holds end
     */
    static Failure failure(
            String what, String capability, List<Destination> candidates, Instant now) {
        List<String> named = new ArrayList<>();
        List<Instant> ends = candidates.stream().map(candidate -> end(candidate, now)).toList();
        int held = 0;
        for (Destination candidate : candidates) {
            Hold hold = candidate.hold();
            if (hold != null) {
                held++;
                if (named.size() < MAX_NAMED) {
                    named.add(candidate.name() + " " + hold.told());
                }
            }
        }
        if (held == 0) {
            return untilTheFirstEnd(
                    circuitOpen(
                            "The circuit to every %s that has %s is open; they are tried again shortly."
                                    .formatted(what, capability)),
                    ends,
                    now);
        }
        String holds =
                String.join("; ", named)
                        + (held > named.size()
                                ? "; and %d more".formatted(held - named.size())
                                : "");
        if (held < candidates.size()) {
            return untilTheFirstEnd(
                    circuitOpen(
                            "No %s that has %s takes work: %s. The circuits of the others are open; they are tried again shortly."
                                    .formatted(what, capability, holds)),
                    ends,
                    now);
        }
        return untilTheFirstEnd(
                circuitOpen(
                        "No %s that has %s takes work: %s. Try again when an override has ended, or ask an operator to end it."
                                .formatted(what, capability, holds)),
                ends,
                now);
    }

    /** When it may take work again; null: never by itself. */
    private static Instant end(Destination candidate, Instant now) {
        Hold hold = candidate.hold();
        if (hold != null) {
            return hold.until();
        }
        Instant tested = candidate.testedAt();
        return tested == null ? now : tested;
    }

    private static Failure circuitOpen(String detail) {
        return Failure.of(ErrorCode.CIRCUIT_OPEN, detail);
    }

    private static Failure untilTheFirstEnd(Failure failure, List<Instant> ends, Instant now) {
        Instant first =
                ends.stream().filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        return Hold.until(first, now, failure);
    }
}
