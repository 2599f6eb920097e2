package io.hansa.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All that was measured of one node.
 *
 * @param usual every round of the usual
 * @param cases of which the last but one has changes in progress, and the last slow callers
 */
record FlatReport(
        List<Sample> usual, List<FlatFigures> cases, List<LargeFigures> large, SlowFigures slow) {
    private static final String HEAD = "%-40s %10s %8s %8s %10s %8s %8s %5s%n";
    private static final String ROW = "%-40s %10.0f %8.0f %8.0f %10.4f %8.3f %8.3f %5d%n";

    FlatReport {
        usual = List.copyOf(usual);
        cases = List.copyOf(cases);
        large = List.copyOf(large);
    }

    /** Replies, slow callers who were not held, and what else was due and did not happen. */
    long bad() {
        return usual.stream().mapToLong(Sample::bad).sum()
                + cases.stream().mapToLong(FlatFigures::bad).sum()
                + large.stream().mapToLong(one -> one.bad() + one.after().bad()).sum()
                + slow.answered();
    }

    /** What the first bad reply was like, if there was one. */
    String firstBad() {
        return Stream.concat(
                        Stream.concat(
                                        usual.stream(),
                                        cases.stream()
                                                .flatMap(one -> one.rounds().stream())
                                                .map(Beside::its))
                                .map(Sample::firstBad),
                        Stream.concat(
                                large.stream()
                                        .flatMap(
                                                one ->
                                                        Stream.of(
                                                                one.firstBad(),
                                                                one.after().firstBad())),
                                slow.answered() == 0
                                        ? Stream.empty()
                                        : Stream.of("to a slow caller, " + slow.firstAnswer())))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("not told");
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                HEAD.formatted(
                        "case",
                        "requests/s",
                        "p50 us",
                        "p99 us",
                        "CPU s/1000",
                        "x CPU",
                        "x req/s",
                        "bad"));
        FlatFigures base =
                new FlatFigures(
                        FlatCase.USUAL.title(),
                        usual.stream().map(s -> new Beside(s, s, s)).toList());
        text.append(row(base));
        cases.forEach(one -> text.append(row(one)));
        text.append(
                String.format(
                        Locale.ROOT,
                        "%nThe usual took from %.4f to %.4f CPU s/1000 over its %d rounds.%n",
                        usual.stream().mapToDouble(Sample::cpuPerThousand).min().orElse(0),
                        usual.stream().mapToDouble(Sample::cpuPerThousand).max().orElse(0),
                        usual.size()));
        text.append(slow.sentence());
        text.append(
                "%n%-16s %6s %8s %5s %10s %10s %10s %16s%n"
                        .formatted(
                                "16 MiB, callers",
                                "good",
                                "refused",
                                "bad",
                                "data MiB",
                                "heap MiB",
                                "resident",
                                "CPU s/1000 after"));
        large.forEach(
                one ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-16d %6d %8d %5d %10.0f %10.0f %10.0f %16.4f%n",
                                        one.callers(),
                                        one.good(),
                                        one.refused(),
                                        one.bad(),
                                        one.peak().data(),
                                        one.peak().heap(),
                                        one.peak().resident(),
                                        one.after().cpuPerThousand())));
        return text.toString();
    }

    JsonObject json() {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (FlatFigures one : cases) {
            rows.add(
                    Json.createObjectBuilder()
                            .add("case", one.title())
                            .add("perSecond", number(one.median(r -> r.its().perSecond())))
                            .add("p50Micros", number(one.median(r -> r.its().p50Micros())))
                            .add("p99Micros", number(one.median(r -> r.its().p99Micros())))
                            .add(
                                    "cpuSecondsPer1000",
                                    number(one.median(r -> r.its().cpuPerThousand())))
                            .add("timesCpu", number(one.median(Beside::cpu)))
                            .add("timesPerSecond", number(one.median(Beside::throughput)))
                            .add("bad", one.bad()));
        }
        JsonArrayBuilder base = Json.createArrayBuilder();
        usual.forEach(sample -> base.add(number(sample.cpuPerThousand())));
        JsonArrayBuilder bodies = Json.createArrayBuilder();
        for (LargeFigures one : large) {
            bodies.add(
                    Json.createObjectBuilder()
                            .add("callers", one.callers())
                            .add("good", one.good())
                            .add("refused", one.refused())
                            .add("bad", one.bad())
                            .add("firstBad", one.firstBad())
                            .add("dataMib", number(one.peak().data()))
                            .add("heapMib", number(one.peak().heap()))
                            .add("residentMib", number(one.peak().resident()))
                            .add("cpuSecondsPer1000After", number(one.after().cpuPerThousand())));
        }
        return Json.createObjectBuilder()
                .add("java", System.getProperty("java.version"))
                .add("processors", Runtime.getRuntime().availableProcessors())
                .add("usualCpuSecondsPer1000", base)
                .add("cases", rows)
                .add("slowCallersHeld", slow.held())
                .add("largeBodies", bodies)
                .build();
    }

    /** JSON has no number for what is none. */
    private static JsonValue number(double value) {
        return Double.isFinite(value) ? Json.createValue(value) : JsonValue.NULL;
    }

    private static String row(FlatFigures one) {
        return String.format(
                Locale.ROOT,
                ROW,
                one.title(),
                one.median(r -> r.its().perSecond()),
                one.median(r -> r.its().p50Micros()),
                one.median(r -> r.its().p99Micros()),
                one.median(r -> r.its().cpuPerThousand()),
                one.median(Beside::cpu),
                one.median(Beside::throughput),
                one.bad());
    }
}
