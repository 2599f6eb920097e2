package io.hansa.proxy.pipeline;

import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.monitoring.KeeperSamples;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Visits;
import io.hansa.proxy.tracing.TraceContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pipeline of a request, and each of its steps alone, in registries of several sizes. The
 * business servers are fakes that answer at once. A step runs again and again with one request that
 * has reached it. State that it must not find is reset before, in a few writes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class StepsBenchmark {
    /**
     * By its last digits, none of the tenth that is kept: each of its records would join those
     * before.
     */
    private static final String NOT_KEPT =
            "00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-01";

    private static final int STEPS = 8;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Param({"10", "1000", "100000"})
    public int accounts;

    @Param({"10", "10000"})
    public int capabilities;

    @Param({"1", "8", "64"})
    public int servers;

    @Param("ROUND_ROBIN")
    public Balancing balancing;

    private final Step followAssistance = new FollowAssistance(second -> {});
    private MeasuredProxy measured;
    private PipelineSteps steps;
    private RequestRecorder outcomes;
    private RequestContext call;
    private List<Destination> having;
    private int turn;

    @Setup
    public void start() {
        RegistrySize size = new RegistrySize(accounts, capabilities, servers);
        measured = new MeasuredProxy(size, balancing, KeeperSamples.tracesAndMetrics());
        steps = measured.proxy.steps;
        outcomes = measured.proxy.outcomes;
        ServiceRequest request =
                measured.asking().trace(TraceContext.continuing(NOT_KEPT)).request();
        call = new RequestContext(request, measured.proxy.registries().current());
        for (int step = 0; step < STEPS; step++) {
            call.timeline.end(call.timeline.begin(), "step", call.capability, 0, System.nanoTime());
        }
        steps.entrance().authenticate().take(call, true);
        steps.entrance().permit().take(call, true);
        steps.entrance().admit().take(call, true);
        steps.entrance().receive().take(call, true);
        steps.entrance().receive().release(call);
        having = measured.proxy.servers.having(MeasuredProxy.CAPABILITY, null).all();
        send();
    }

    /** All of it takes some seconds until it is compiled. */
    @Benchmark
    @Warmup(iterations = 6, time = 1)
    @Measurement(iterations = 4, time = 1)
    public Object way() {
        return measured.ask();
    }

    @Benchmark
    public Object authenticate() {
        steps.entrance().authenticate().take(call, true);
        return call;
    }

    @Benchmark
    public Object permit() {
        steps.entrance().permit().take(call, true);
        return call;
    }

    @Benchmark
    public Object admit() {
        call.visits = Visits.NONE;
        steps.entrance().admit().take(call, true);
        return call;
    }

    @Benchmark
    public Object receive() {
        steps.entrance().receive().take(call, true);
        steps.entrance().receive().release(call);
        return call;
    }

    @Benchmark
    public Object recall() {
        steps.recall().take(call, true);
        return call;
    }

    @Benchmark
    public Object route() {
        steps.route().take(call, true);
        return call;
    }

    /** To each server in turn. */
    @Benchmark
    public Object send() {
        turn = turn + 1 == having.size() ? 0 : turn + 1;
        call.destinations = List.of(having.get(turn)).iterator();
        call.attempts = null;
        call.deadlineNanos = System.nanoTime() + SECOND;
        steps.send().take(call, true);
        return call;
    }

    @Benchmark
    public Object followAssistance() {
        followAssistance.take(call, true);
        return call;
    }

    @Benchmark
    public Object record() {
        outcomes.record(call, null);
        return call;
    }
}
