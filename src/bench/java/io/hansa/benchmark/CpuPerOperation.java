package io.hansa.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time for each operation, in user mode and in the kernel, of all Java threads but those of the
 * {@link #OTHER_END}: what the caller's side costs, its helping threads included. The compiler and
 * the collector are not Java threads and do not count.
 */
public final class CpuPerOperation implements InternalProfiler {
    /** The name of threads that serve the calls which are measured. */
    public static final String OTHER_END = "echo";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Map<Long, Long> before = Map.of();

    @Override
    public String getDescription() {
        return "CPU time for each operation of all threads but those of the other end";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = cpuNanos();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long nanos = 0;
        for (Map.Entry<Long, Long> thread : cpuNanos().entrySet()) {
            nanos += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        double operations = result.getMetadata().getAllOps();
        return List.of(
                new ScalarResult(
                        "cpu", nanos / 1000.0 / operations, "us/op", AggregationPolicy.AVG));
    }

    private Map<Long, Long> cpuNanos() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null && !thread.getThreadName().equals(OTHER_END)) {
                nanos.put(id, Math.max(0, threads.getThreadCpuTime(id)));
            }
        }
        return nanos;
    }
}
