package io.hansa.web.containerlog;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Makes one short line of each warning or error, and lets so many pass in a second. Only a failure
 * that is not one of a connection keeps its stack trace, once a minute for each kind. How many were
 * left out is told by the next line. One for all loggers that share the bound; safe for many
 * threads.
 */
final class BoundedRecords implements Filter {
    private static final int LONGEST = 300;
    private static final int MOST_KINDS = 100;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Map<String, Long> traced = new HashMap<>();
    private final int maxPerSecond;
    private final LongSupplier nanos;
    private long since;
    private int passed;
    private long leftOut;

    /**
     * @param nanos a clock, in nanoseconds
     */
    BoundedRecords(int maxPerSecond, LongSupplier nanos) {
        this.maxPerSecond = maxPerSecond;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    @Override
    public synchronized boolean isLoggable(LogRecord record) {
        if (record.getLevel().intValue() < Level.WARNING.intValue()) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - since >= SECOND) {
            since = now;
            passed = 0;
        }
        if (passed >= maxPerSecond) {
            leftOut++;
            return false;
        }
        passed++;
        shorten(record, now);
        leftOut = 0;
        return true;
    }

    private void shorten(LogRecord record, long now) {
        StringBuilder line = new StringBuilder(firstLine(formatter.formatMessage(record)));
        Throwable thrown = record.getThrown();
        if (thrown != null && !keepsItsTrace(record.getLoggerName(), thrown, now)) {
            line.append(" (")
                    .append(firstLine(thrown.toString()))
                    .append(place(thrown))
                    .append(')');
            record.setThrown(null);
        }
        if (leftOut > 0) {
            line.append(" (").append(leftOut).append(" more such lines were left out)");
        }
        record.setParameters(null);
        record.setResourceBundle(null);
        record.setMessage(line.toString());
    }

    private boolean keepsItsTrace(String logger, Throwable thrown, long now) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return false;
            }
        }
        if (traced.size() >= MOST_KINDS) {
            traced.clear();
        }
        String kind = logger + thrown.getClass() + place(thrown);
        Long last = traced.get(kind);
        if (last != null && now - last < MINUTE) {
            return false;
        }
        traced.put(kind, now);
        return true;
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length == 0 ? "" : " at " + frames[0];
    }

    private static String firstLine(String text) {
        String line = text == null ? "" : text.strip();
        int end = line.indexOf('\n');
        line = end < 0 ? line : line.substring(0, end).strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
