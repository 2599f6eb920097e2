package io.hansa.bench;

import java.util.List;
import java.util.Locale;

/** The figures for people: one row a server and mode, then one a server. */
final class Table {
    private static final String ROW =
            "%-14s %-12s %10.0f %10.0f %6.3f %8.0f %8.0f %9.0f %10.4f %5d%n";

    private Table() {}

    static String of(List<NodeFigures> nodes) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%-14s %-12s %10s %10s %6s %8s %8s %9s %10s %5s%n"
                        .formatted(
                                "server",
                                "body x conn.",
                                "direct/s",
                                "proxy/s",
                                "ratio",
                                "p50 us",
                                "p99 us",
                                "+p50 us",
                                "CPU s/1000",
                                "bad"));
        nodes.forEach(node -> node.modes().forEach(mode -> text.append(row(node, mode))));
        text.append(
                "%n%-14s %8s %10s %10s%n".formatted("server", "start s", "idle MiB", "peak MiB"));
        nodes.forEach(
                node ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-14s %8.1f %10.0f %10.0f%n",
                                        node.server().title(),
                                        node.startSeconds(),
                                        node.idleMib(),
                                        node.peakMib())));
        return text.toString();
    }

    private static String row(NodeFigures node, Figures figures) {
        return String.format(
                Locale.ROOT,
                ROW,
                node.server().title(),
                figures.mode().title(),
                figures.median(pair -> pair.direct().perSecond()),
                figures.median(pair -> pair.proxy().perSecond()),
                figures.median(Pair::ratio),
                figures.median(pair -> pair.proxy().p50Micros()),
                figures.median(pair -> pair.proxy().p99Micros()),
                figures.median(Pair::addedP50Micros),
                figures.median(pair -> pair.proxy().cpuPerThousand()),
                figures.bad());
    }
}
