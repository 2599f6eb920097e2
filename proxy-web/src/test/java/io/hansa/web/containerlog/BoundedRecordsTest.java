package io.hansa.web.containerlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class BoundedRecordsTest {
    private final AtomicLong clock = new AtomicLong();
    private final BoundedRecords bound = new BoundedRecords(2, clock::get);

    @Test
    void aLostConnectionIsOneShortLine() {
        LogRecord record = warning("Servlet.service() threw\njava.io.IOException: gone\n\tat x");
        record.setThrown(new IllegalStateException("wrapped", new IOException("Broken pipe")));

        assertThat(bound.isLoggable(record)).isTrue();
        assertThat(record.getThrown()).isNull();
        assertThat(record.getMessage())
                .startsWith("Servlet.service() threw (java.lang.IllegalStateException: wrapped at ")
                .doesNotContain("\n");
    }

    @Test
    void anotherFailureKeepsItsTraceOnceAMinute() {
        Throwable thrown = new IllegalStateException("broken");

        assertThat(passed(thrown).getThrown()).isSameAs(thrown);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertThat(passed(thrown).getThrown()).isNull();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(passed(thrown).getThrown()).isSameAs(thrown);
    }

    @Test
    void recordsOverTheBoundAreDroppedAndCounted() {
        for (int i = 0; i < 5; i++) {
            assertThat(bound.isLoggable(warning("again"))).isEqualTo(i < 2);
        }
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        LogRecord next = warning("again");

        assertThat(bound.isLoggable(next)).isTrue();
        assertThat(next.getMessage()).isEqualTo("again (3 more such lines were left out)");
    }

    @Test
    void parametersAreFilledInAndLongTextCut() {
        LogRecord record = warning("of {0}");
        record.setParameters(new Object[] {"x".repeat(1_000)});

        assertThat(bound.isLoggable(record)).isTrue();
        assertThat(record.getMessage()).startsWith("of xxx").hasSizeLessThan(310);
    }

    @Test
    void recordsBelowWarningPassUnchanged() {
        LogRecord record = new LogRecord(Level.INFO, "two\nlines");
        for (int i = 0; i < 5; i++) {
            assertThat(bound.isLoggable(record)).isTrue();
        }
        assertThat(record.getMessage()).isEqualTo("two\nlines");
    }

    private LogRecord passed(Throwable thrown) {
        LogRecord record = warning("failed");
        record.setThrown(thrown);
        assertThat(bound.isLoggable(record)).isTrue();
        return record;
    }

    private static LogRecord warning(String message) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setLoggerName("container");
        return record;
    }
}
