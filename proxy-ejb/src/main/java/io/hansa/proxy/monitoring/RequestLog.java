package io.hansa.proxy.monitoring;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.authentication.SignInRefusal;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.tracing.TraceRecord;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One JSON line for each request. The request's thread only leaves its record; lines are made and
 * written in batches by the thread that calls {@link #flush}. Where lines come faster than they can
 * be written, they are dropped and the number of those dropped is written instead.
 */
public final class RequestLog {
    private static final int MOST_WAITING = 16_384;

    /** Lines about refused sign-ins in a second; one more counts the others. */
    private static final int MOST_REFUSALS = 20;

    private static final long REFUSALS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ArrayBlockingQueue<SignInRefusal> refusals =
            new ArrayBlockingQueue<>(MOST_REFUSALS);
    private final AtomicLong furtherRefusals = new AtomicLong();
    private long refusalsWrittenAt = System.nanoTime() - REFUSALS_EVERY_NANOS;

    private final ArrayBlockingQueue<TraceRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final JsonGeneratorFactory json = JSON.createGeneratorFactory(Map.of());
    private final OutputStream out;
    private final Consumer<TraceRecord> also;

    RequestLog(OutputStream out) {
        this(out, record -> {});
    }

    /**
     * @param also gets each record whose line is written, on the thread that writes
     */
    RequestLog(OutputStream out, Consumer<TraceRecord> also) {
        this.out = out;
        this.also = also;
    }

    /** Never waits. */
    public void add(TraceRecord record) {
        if (!waiting.offer(record)) {
            dropped.incrementAndGet();
        }
    }

    /** Never waits. Where there are many refusals, most are only counted. */
    public void add(SignInRefusal refusal) {
        if (!refusals.offer(refusal)) {
            furtherRefusals.incrementAndGet();
        }
    }

    /** Writes what has been left so far. */
    public synchronized void flush() throws IOException {
        StringWriter lines = new StringWriter(8192);
        for (TraceRecord record = waiting.poll(); record != null; record = waiting.poll()) {
            line(record, lines);
            also.accept(record);
        }
        if (System.nanoTime() - refusalsWrittenAt >= REFUSALS_EVERY_NANOS) {
            refusalsWrittenAt = System.nanoTime();
            for (SignInRefusal one = refusals.poll(); one != null; one = refusals.poll()) {
                line(one, lines);
            }
            count("sign-ins-refused-besides", furtherRefusals.getAndSet(0), lines);
        }
        count("log-lines-dropped", dropped.getAndSet(0), lines);
        if (lines.getBuffer().length() > 0) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private void count(String event, long count, StringWriter lines) {
        if (count > 0) {
            try (JsonGenerator line = json.createGenerator(lines)) {
                line.writeStartObject().write("event", event).write("count", count).writeEnd();
            }
            lines.write('\n');
        }
    }

    private void line(SignInRefusal refusal, StringWriter lines) {
        try (JsonGenerator line = json.createGenerator(lines)) {
            line.writeStartObject()
                    .write("time", DatabaseClock.now().toString())
                    .write("event", "sign-in-refused")
                    .write("traceId", refusal.traceId())
                    .write("reason", refusal.reason().label())
                    .write("account", refusal.account())
                    .write("source", refusal.source().address())
                    .writeEnd();
        }
        lines.write('\n');
    }

    private void line(TraceRecord record, StringWriter lines) {
        try (JsonGenerator line = json.createGenerator(lines)) {
            line.writeStartObject()
                    .write("time", record.startedAt().toString())
                    .write("event", "request")
                    .write("traceId", record.context().traceId())
                    .write("proxy", record.proxy())
                    .write("node", record.node())
                    .write("capability", record.capability())
                    .write("status", record.status());
            if (record.caller() != null) {
                line.write("caller", record.caller());
            }
            if (record.code() != null) {
                line.write("code", record.code()).write("effect", record.effect().name());
            }
            if (record.server() != null) {
                line.write("server", record.server());
            }
            line.write("path", String.join(",", record.path()))
                    .write("durationMicros", record.nanos() / 1000)
                    .write("requestBytes", record.requestBytes())
                    .write("replyBytes", record.replyBytes())
                    .writeEnd();
        }
        lines.write('\n');
    }
}
