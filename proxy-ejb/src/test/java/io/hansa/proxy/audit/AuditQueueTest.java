package io.hansa.proxy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.audit.AuditRecord.Result;
import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.AuditLimits.OnFull;
import io.hansa.proxy.failure.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AuditQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final AuditRecord REFUSAL =
            AuditRecord.ofCall(
                    NOW, "eve", Action.REFUSED, "account", "a", new Result("not-found", null));

    private final AtomicLong nanos = new AtomicLong();
    private final List<AuditRecord> stored = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean away;
    private SQLException refusal;

    private AuditQueue queue(int size, OnFull onFull) {
        return new AuditQueue(new AuditLimits(Set.of(), size, onFull, 2, 0, 0), "n1", nanos::get);
    }

    private AuditWriter writer(AuditQueue queue) {
        WriteAudit write =
                new WriteAudit(null) {
                    @Override
                    public void append(List<AuditRecord> records) {
                        ask();
                        if (refusal != null) {
                            throw new IllegalStateException(refusal);
                        }
                        if (records.stream().anyMatch(one -> one.who().equals("poison"))) {
                            throw new IllegalStateException("too long");
                        }
                        stored.addAll(records);
                    }

                    @Override
                    public void ask() {
                        if (away) {
                            throw new IllegalStateException("away");
                        }
                    }
                };
        return new AuditWriter(
                queue,
                write,
                new Omissions(queue, "n1", Clock.fixed(NOW, ZoneOffset.UTC)),
                failures::add);
    }

    @Test
    void fullQueueDropsAndCounts() throws InterruptedException {
        AuditQueue queue = queue(2, OnFull.DROP);
        for (int i = 0; i < 5; i++) {
            queue.add(REFUSAL, "10.0.0.1", "t");
        }
        assertThat(queue.length()).isEqualTo(2);
        assertThat(queue.omitted()).isEqualTo(3);
        assertThatCode(queue::requireRoom).doesNotThrowAnyException();
        writer(queue).pass(0);
        assertThat(stored)
                .extracting(AuditRecord::action)
                .containsExactly(Action.OMITTED, Action.REFUSED, Action.REFUSED);
        assertThat(stored.get(0).result().details().getInt("queueFull")).isEqualTo(3);
        assertThat(stored.get(1).origin()).isEqualTo(new AuditRecord.Origin("n1", "10.0.0.1", "t"));
        assertThat(queue.written()).isEqualTo(3);
    }

    @Test
    void fullQueueRefusesIfSoConfigured() {
        AuditQueue queue = queue(1, OnFull.REFUSE);
        assertThatCode(queue::requireRoom).doesNotThrowAnyException();
        queue.add(REFUSAL, "", "");
        assertThatThrownBy(queue::requireRoom)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED));
    }

    @Test
    void unauthenticatedCallersAreBoundedPerSecond() {
        AuditQueue queue = queue(100, OnFull.DROP);
        for (int i = 0; i < 10; i++) {
            queue.addUnauthenticated(REFUSAL, "", "");
        }
        assertThat(queue.length()).isEqualTo(2);
        assertThat(queue.omitted()).isEqualTo(8);
        nanos.addAndGet(1_000_000_000L);
        queue.addUnauthenticated(REFUSAL, "", "");
        assertThat(queue.length()).isEqualTo(3);
    }

    @Test
    void recordsWaitWhileTheDatabaseIsAway() throws InterruptedException {
        AuditQueue queue = queue(10, OnFull.DROP);
        queue.add(REFUSAL, "", "");
        AuditWriter writer = writer(queue);
        away = true;
        writer.pass(0);
        writer.pass(0);
        assertThat(stored).isEmpty();
        away = false;
        writer.pass(0);
        assertThat(stored).hasSize(1);
        assertThat(queue.omitted()).isZero();
    }

    @Test
    void recordsWaitWhileTheChainIsLocked() throws InterruptedException {
        AuditQueue queue = queue(10, OnFull.DROP);
        queue.add(REFUSAL, "", "");
        AuditWriter writer = writer(queue);
        refusal = new SQLException("Timeout trying to lock table", "HYT00");
        writer.pass(0);
        assertThat(failures).singleElement().extracting(Throwable::getCause).isEqualTo(refusal);
        refusal = null;
        writer.pass(0);
        assertThat(stored).hasSize(1);
        assertThat(queue.omitted()).isZero();
    }

    @Test
    void recordWithUnstorableDataIsOmitted() throws InterruptedException {
        AuditQueue queue = queue(10, OnFull.DROP);
        queue.add(REFUSAL, "", "");
        refusal = new SQLException("value too long", "22001");
        writer(queue).pass(0);
        assertThat(queue.omitted()).isEqualTo(1);
    }

    @Test
    void unstorableRecordDelaysNoOther() throws InterruptedException {
        AuditQueue queue = queue(10, OnFull.DROP);
        queue.add(REFUSAL, "", "");
        queue.add(
                AuditRecord.ofCall(
                        NOW, "poison", Action.REFUSED, "k", "", new Result("not-found", null)),
                "",
                "");
        queue.add(REFUSAL, "", "");
        writer(queue).pass(0);
        assertThat(stored).hasSize(2);
        assertThat(queue.omitted()).isEqualTo(1);
    }

    @Test
    void stoppingWriterWritesWhatIsLeft() {
        AuditQueue queue = queue(1000, OnFull.DROP);
        for (int i = 0; i < 500; i++) {
            queue.add(REFUSAL, "", "");
        }
        AuditWriter writer = writer(queue);
        Thread thread = new Thread(writer);
        thread.start();
        writer.stop(10_000);
        assertThat(stored).hasSize(500);
    }
}
