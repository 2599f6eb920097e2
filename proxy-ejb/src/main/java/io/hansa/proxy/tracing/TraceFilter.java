package io.hansa.proxy.tracing;

import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.QueryText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;

/** Which requests a list of traces shows. */
final class TraceFilter {
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** How a request ended. */
    enum Outcome {
        DONE,
        FAILED
    }

    private TraceFilter() {}

    /**
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    static Predicate<TraceRecord> of(ListRequest request) {
        Predicate<TraceRecord> all = record -> request.finds(Arrays.asList(texts(record)));
        for (Map.Entry<String, String> filter : request.filters().entrySet()) {
            all = all.and(of(filter.getKey(), filter.getValue()));
        }
        return all;
    }

    private static String[] texts(TraceRecord record) {
        return new String[] {
            record.context().traceId(),
            record.capability(),
            record.caller(),
            record.server(),
            record.code()
        };
    }

    private static Predicate<TraceRecord> of(String name, String value) {
        return switch (name) {
            case "capability" -> record -> value.equals(record.capability());
            case "code" -> record -> value.equals(record.code());
            case "peer" -> record -> record.path().contains(value) && !value.equals(record.proxy());
            case "account" -> record -> isCaller(record.caller(), value);
            case "server" -> record -> isServer(record.server(), value);
            case "outcome" -> outcome(QueryText.constant(name, value, Outcome.class));
            case "minMillis" -> slow(name, value);
            case "since" -> since(QueryText.time(name, value));
            case "until" -> since(QueryText.time(name, value)).negate();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** As its subject, or the name of an account of this proxy. */
    private static boolean isCaller(String caller, String account) {
        return caller != null && (caller.equals(account) || caller.equals("account:" + account));
    }

    /** With its proxy, or its id alone. */
    private static boolean isServer(String server, String id) {
        return server != null && (server.equals(id) || server.endsWith("/" + id));
    }

    private static Predicate<TraceRecord> outcome(Outcome outcome) {
        boolean failed = outcome == Outcome.FAILED;
        return record -> (record.code() != null) == failed;
    }

    private static Predicate<TraceRecord> slow(String name, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw QueryText.wrong(name, value, "give whole milliseconds, such as 250");
        }
        long nanos = Long.parseLong(value) * NANOS_PER_MILLI;
        return record -> record.nanos() >= nanos;
    }

    private static Predicate<TraceRecord> since(Instant time) {
        return record -> !record.startedAt().isBefore(time);
    }
}
