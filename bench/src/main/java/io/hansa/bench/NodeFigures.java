package io.hansa.bench;

import io.hansa.launcher.node.NodeServer;
import java.util.List;

/**
 * What was measured of the node on one server; memory in MiB, not a number where the system does
 * not tell.
 */
record NodeFigures(
        NodeServer server,
        double startSeconds,
        double idleMib,
        double peakMib,
        List<Figures> modes) {
    NodeFigures {
        modes = List.copyOf(modes);
    }

    long bad() {
        return modes.stream().mapToLong(Figures::bad).sum();
    }
}
