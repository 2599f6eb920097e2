package io.hansa.launcher.node;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a node's Java is told: to take little memory and to give back what it does not need, or to
 * serve many callers without long pauses. Where each option comes from is in docs/performance.md.
 *
 * @param options for heap, collector and compiler
 * @param small whether what a start leaves behind is to be given back
 */
public record NodeJvm(List<String> options, boolean small) {
    /** A database or server that moves behind its name is found in seconds; Java's own is 30. */
    private static final String NAMES = "-Dsun.net.inetaddr.ttl=5";

    private static final List<String> FRUGAL =
            List.of(
                    NAMES,
                    "-Xms64m",
                    "-XX:+UseSerialGC",
                    "-XX:NewRatio=3",
                    "-XX:MaxTenuringThreshold=1",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:MetaspaceSize=96m",
                    // Four times as much use, or nearly so, before the expensive compiler takes a
                    // method: much of what a start calls is never called again.
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=2000",
                    "-XX:Tier4CompileThreshold=40000",
                    "-XX:Tier4BackEdgeThreshold=120000",
                    // TrimNativeHeapInterval came with 17.0.9.
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:TrimNativeHeapInterval=5000");

    private static final List<String> BUSY =
            List.of(
                    NAMES,
                    "-Xms768m",
                    "-Xmx768m",
                    // Most of what a request leaves behind is dead by the next collection only if
                    // that is a second away.
                    "-Xmn512m",
                    "-XX:+UseParallelGC",
                    // For the heap and compiled code, where the system leaves it to programs.
                    "-XX:+UseTransparentHugePages",
                    "-XX:MetaspaceSize=96m");

    public NodeJvm {
        options = List.copyOf(options);
    }

    /**
     * For a node that is to serve many callers: a heap of 768 MiB that is kept, collected on all
     * processors.
     */
    public static NodeJvm busy(String... more) {
        return new NodeJvm(Stream.concat(BUSY.stream(), Stream.of(more)).toList(), false);
    }

    /** For a node that is to be small, with those of its size. */
    public static NodeJvm small(String... size) {
        return new NodeJvm(Stream.concat(FRUGAL.stream(), Stream.of(size)).toList(), true);
    }
}
