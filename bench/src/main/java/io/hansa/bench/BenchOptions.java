package io.hansa.bench;

import io.hansa.launcher.workspace.LaunchException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How long and with what it is measured, as given on the command line. */
final class BenchOptions {
    private static final int MOST_FLAT_BYTES = 32 << 10;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            description = "Length of one round, by default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "Rounds of each kind, whose medians are shown, by default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "Seconds of load before the first round, by default ${DEFAULT-VALUE}; less shows"
                            + " a proxy that is not compiled yet.")
    private double warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            defaultValue = "32",
            description =
                    "Connections at once, by default ${DEFAULT-VALUE}; one connection is always"
                            + " measured as well.")
    private List<Integer> connections;

    @Option(
            names = "--body",
            paramLabel = "BYTES",
            split = ",",
            defaultValue = "256,4096",
            description = "Sizes of the business data, by default ${DEFAULT-VALUE}.")
    private List<Integer> bodies;

    /**
     * @throws LaunchException naming the option that makes no sense
     */
    void check() {
        require(seconds >= 0.1 && seconds <= 600, "--seconds from 0.1 to 600");
        require(rounds >= 1 && rounds <= 100, "--rounds from 1 to 100");
        require(warmUp >= 0 && warmUp <= 600, "--warm-up from 0 to 600");
        require(connections.stream().allMatch(n -> n >= 1 && n <= 1024), "--connections 1 to 1024");
        require(bodies.stream().allMatch(n -> n >= 1 && n <= 1 << 20), "--body from 1 to 1048576");
    }

    /** Replies of 512 connections have to fit into the memory of the load program. */
    void checkFlat() {
        require(bodyBytes() <= MOST_FLAT_BYTES, "--body up to " + MOST_FLAT_BYTES + " with --flat");
    }

    double seconds() {
        return seconds;
    }

    int rounds() {
        return rounds;
    }

    double warmUpSeconds() {
        return warmUp;
    }

    /** The first of the sizes. */
    int bodyBytes() {
        return bodies.get(0);
    }

    int maxConnections() {
        return connections.stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    List<Mode> modes() {
        List<Mode> modes = new ArrayList<>();
        connections.forEach(count -> bodies.forEach(body -> modes.add(new Mode(count, body))));
        Mode single = new Mode(1, bodies.get(0));
        if (!modes.contains(single)) {
            modes.add(single);
        }
        return modes;
    }

    private static void require(boolean sensible, String remedy) {
        if (!sensible) {
            throw new LaunchException("Give " + remedy + ".");
        }
    }
}
