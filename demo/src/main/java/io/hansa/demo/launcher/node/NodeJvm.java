package io.hansa.demo.launcher.node;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a node's Java is told: to take little memory and to give back what it does not need, or to serve many callers without
 * long pauses. Where each option comes from is in docs/performance.md.
 */
public final class NodeJvm {
    private static final List<String> FRUGAL =
            List.of(
                    "-Xms64m",
                    "-XX:+UseSerialGC",
                    "-XX:NewRatio=3",
                    "-XX:MaxTenuringThreshold=1",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:MetaspaceSize=96m",
                    // TrimNativeHeapInterval came with 17.0.9.
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:TrimNativeHeapInterval=5000");

    private static final List<String> BUSY =
            List.of("-Xms256m", "-XX:+UseParallelGC", "-XX:MetaspaceSize=96m");

    private NodeJvm() {}

    /** For a node that is to serve many callers, with those of its size: collections on all processors, and memory is kept. */
    public static List<String> busy(String... size) {
        return Stream.concat(BUSY.stream(), Stream.of(size)).toList();
    }

    /** For a node that is to be small, with those of its size. */
    public static List<String> small(String... size) {
        return Stream.concat(FRUGAL.stream(), Stream.of(size)).toList();
    }
}
