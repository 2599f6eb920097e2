package io.hansa.demo.launcher.node;

import java.util.List;
import java.util.stream.Stream;

/**
 * What every node's Java is told: to take little memory and to give back what it does not need. Where each option comes
 * from is in docs/performance.md.
 */
public final class NodeJvm {
    private static final List<String> FRUGAL =
            List.of(
                    "-Xms64m",
                    "-XX:+UseSerialGC",
                    "-XX:NewRatio=3",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:MetaspaceSize=96m",
                    // TrimNativeHeapInterval came with 17.0.9.
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:TrimNativeHeapInterval=5000");

    private NodeJvm() {}

    /** These options, and those of the node's size. */
    public static List<String> options(String... size) {
        return Stream.concat(FRUGAL.stream(), Stream.of(size)).toList();
    }
}
