package io.hansa.proxy.configuration;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The clock of the registry's database, by which all nodes of a proxy go: the clock of this machine
 * and what it was found to differ. Reading it asks nothing. Before the first comparison, and for
 * small differences, it is the machine's clock. Safe for many threads.
 */
@Vetoed
public final class DatabaseClock extends Clock {
    /** Less may be the time that the question took, or the clocks' own drift. */
    private static final Duration SMALL = Duration.ofMillis(200);

    private static final DatabaseClock NODE = new DatabaseClock(Clock.systemUTC());

    private final Clock machine;
    private final ZoneId zone;
    private final LongSupplier nanoTime;
    private volatile Duration offset;
    private volatile Compared latest;

    /**
     * The latest comparison.
     *
     * @param machine what the machine's clock said
     * @param nanos what {@link #nanoTime} said at the same moment
     */
    private record Compared(Instant machine, long nanos) {}

    public DatabaseClock(Clock machine) {
        this(machine, System::nanoTime);
    }

    /**
     * @param nanoTime such as {@link System#nanoTime}, which nobody sets
     */
    public DatabaseClock(Clock machine, LongSupplier nanoTime) {
        this(machine, nanoTime, ZoneOffset.UTC, Duration.ZERO);
    }

    private DatabaseClock(Clock machine, LongSupplier nanoTime, ZoneId zone, Duration offset) {
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.zone = zone;
        this.offset = offset;
    }

    /**
     * The clock of this process: the one that is injected. No other class reads the machine's clock
     * (a rule of {@code ArchitectureTest}).
     */
    public static DatabaseClock ofNode() {
        return NODE;
    }

    /** What {@link #ofNode} says, for classes that get no clock. */
    public static Instant now() {
        return NODE.instant();
    }

    /**
     * Takes a comparison into account.
     *
     * @param database what the database's clock said
     * @param asked what the machine's clock said before the question
     * @param answered what it said after the answer
     */
    public void compared(Instant database, Instant asked, Instant answered) {
        Duration took = Duration.between(asked, answered);
        Duration found = Duration.between(asked.plus(took.dividedBy(2)), database);
        Duration uncertain = took.abs().compareTo(SMALL) > 0 ? took.abs() : SMALL;
        offset = found.abs().compareTo(uncertain) > 0 ? found : Duration.ZERO;
        latest = new Compared(answered, nanoTime.getAsLong());
    }

    /**
     * Whether a comparison is due: there was none for so long, or somebody set the machine's clock
     * since the latest.
     */
    public boolean isDue(Duration interval) {
        Compared last = latest;
        if (last == null) {
            return true;
        }
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - last.nanos());
        Duration shown = Duration.between(last.machine(), machine.instant());
        return elapsed.compareTo(interval) >= 0 || shown.minus(elapsed).abs().compareTo(SMALL) > 0;
    }

    /** By how much the machine's clock is behind the database's; negative where it is ahead. */
    public Duration offset() {
        return offset;
    }

    /** The clock of this machine. */
    public Clock machine() {
        return machine;
    }

    @Override
    public long millis() {
        return machine.millis() + offset.toMillis();
    }

    @Override
    public Instant instant() {
        Duration difference = offset;
        return difference.isZero() ? machine.instant() : machine.instant().plus(difference);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** At the offset of now: it does not follow later comparisons. */
    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(machine, nanoTime, other, offset);
    }
}
