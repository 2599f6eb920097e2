package io.hansa.proxy.registry;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.failure.Failure;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Whether the registry's database answers this node, and where the registry in force comes from.
 * Reading costs no call of the database. Safe for many threads.
 */
@Vetoed
public final class RegistryCondition {
    /** A look at the database that takes longer has no answer. It is made twice a second. */
    private static final long SILENT_MILLIS = 5000;

    /** A change that would wait for longer than this is refused at once. */
    private static final long REFUSED_MILLIS = 10_000;

    /** For so long after the latest change that it refused the database is said to take none. */
    private static final long REFUSING_MILLIS = 30_000;

    private final LongSupplier nanoTime;
    private volatile long answeredNanos;
    private volatile Instant answeredAt;
    private volatile boolean failed;
    private volatile String reason = "it does not answer";
    private volatile Instant snapshotAt;
    private final AtomicReference<NoChanges> noChanges = new AtomicReference<>();

    /**
     * The database answers and takes no changes.
     *
     * @param why for a sentence
     * @param since when the first one was refused
     * @param latestNanos when the latest one was
     */
    public record NoChanges(String why, Instant since, long latestNanos) {}

    RegistryCondition(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.answeredNanos = nanoTime.getAsLong();
        this.answeredAt = DatabaseClock.now();
    }

    /** The database answered a small question just now; a large registry may still be read. */
    void heard() {
        answeredNanos = nanoTime.getAsLong();
        answeredAt = DatabaseClock.now();
    }

    /** The registry was looked at, or read, just now. */
    void answered() {
        heard();
        failed = false;
        reason = "it does not answer";
    }

    /**
     * The database refused a look.
     *
     * @param why for a sentence
     */
    void failed(String why) {
        failed = true;
        reason = why;
    }

    /**
     * A change, or anything else that was to be stored, failed. Any node can find out only so that
     * a database takes no changes: small ones may still find room on a full disk.
     */
    public void changeFailed(Throwable failure) {
        RegistryFailure.noChanges(failure)
                .ifPresent(
                        why ->
                                noChanges.accumulateAndGet(
                                        new NoChanges(
                                                why, DatabaseClock.now(), nanoTime.getAsLong()),
                                        this::after));
    }

    private NoChanges after(NoChanges before, NoChanges latest) {
        return before != null && isLately(before)
                ? new NoChanges(latest.why(), before.since(), latest.latestNanos())
                : latest;
    }

    private boolean isLately(NoChanges refused) {
        return nanoTime.getAsLong() - refused.latestNanos()
                < TimeUnit.MILLISECONDS.toNanos(REFUSING_MILLIS);
    }

    /** Why it takes no changes, until half a minute after the latest one that it refused. */
    public Optional<NoChanges> noChanges() {
        return Optional.ofNullable(noChanges.get()).filter(this::isLately);
    }

    /** The registry in force is from the snapshot of that time. */
    void startedFrom(Instant snapshot) {
        snapshotAt = snapshot;
    }

    /** The registry in force was compared with the database. */
    void confirmed() {
        snapshotAt = null;
    }

    public boolean away() {
        return failed || ageMillis() > SILENT_MILLIS;
    }

    /**
     * To be called before a change: a database that hangs would keep it for half a minute.
     *
     * @throws Failure REGISTRY_UNAVAILABLE
     */
    public void requireAnswers() {
        if (ageMillis() > REFUSED_MILLIS) {
            throw Failure.of(
                    ErrorCode.REGISTRY_UNAVAILABLE,
                    "The registry's database has not answered for %d seconds. Nothing was changed; try again when it does."
                            .formatted(ageMillis() / 1000));
        }
    }

    /** For how long the database has not answered; less than a second while it does. */
    public long ageMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - answeredNanos);
    }

    /** When it answered last, or when the node started. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** What is wrong, for a sentence. */
    public String reason() {
        return reason;
    }

    /** When the snapshot was written that is in force; empty where the database confirmed it. */
    public Optional<Instant> snapshotAt() {
        return Optional.ofNullable(snapshotAt);
    }
}
