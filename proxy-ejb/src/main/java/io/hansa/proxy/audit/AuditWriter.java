package io.hansa.proxy.audit;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.audit.AuditQueue.Omission;
import io.hansa.proxy.failure.FailedChanges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Appends what is in the queue, on one thread. While the database does not answer, or a long
 * transaction holds the chain, the batch is kept and tried again each second, and the queue fills.
 * A record that the database refuses alone for what stands in it is omitted.
 */
final class AuditWriter implements Runnable {
    private static final System.Logger LOG = System.getLogger(AuditWriter.class.getName());
    private static final int MAX_BATCH = 200;
    private static final long TAKE_MILLIS = 250;
    private static final long OUTAGE_MILLIS = 1000;

    private final AuditQueue queue;
    private final WriteAudit write;
    private final Omissions omissions;
    private final FailedChanges failures;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<AuditRecord> batch = new ArrayList<>(MAX_BATCH);
    private boolean outage;

    /**
     * @param failures told of each failure that ends a pass
     */
    AuditWriter(AuditQueue queue, WriteAudit write, Omissions omissions, FailedChanges failures) {
        this.queue = queue;
        this.write = write;
        this.omissions = omissions;
        this.failures = failures;
    }

    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                pass(TAKE_MILLIS);
                if (outage) {
                    stopping.await(OUTAGE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            omissions.now().ifPresent(batch::add);
            do {
                pass(0);
            } while (!outage && queue.length() > 0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Ends {@link #run} when all is written, at once if the database does not answer. */
    void stop(long maxMillis) {
        stopping.countDown();
        try {
            if (!ended.await(maxMillis, TimeUnit.MILLISECONDS)) {
                LOG.log(
                        WARNING,
                        "HANSA-2202 {0} audit records were not written before the node stopped.",
                        queue.length());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes one batch, or the rest of the one before. */
    void pass(long maxWaitMillis) throws InterruptedException {
        if (batch.isEmpty()) {
            omissions.due().ifPresent(batch::add);
            queue.take(batch, MAX_BATCH, batch.isEmpty() ? maxWaitMillis : 0);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            write.append(batch);
            queue.wrote(batch.size());
            batch.clear();
        } catch (RuntimeException failure) {
            if (!writeOneByOne()) {
                failures.add(failure);
                away(failure);
                return;
            }
        }
        if (outage) {
            outage = false;
            LOG.log(INFO, "HANSA-2203 The audit record can be written again.");
        }
    }

    /**
     * So that a record that cannot be stored does not hold up the others.
     *
     * @return false if the database does not answer
     */
    private boolean writeOneByOne() {
        while (!batch.isEmpty()) {
            if (!databaseAnswers()) {
                return false;
            }
            try {
                write.append(batch.subList(0, 1));
                queue.wrote(1);
            } catch (RuntimeException alone) {
                if (isPassing(alone) || !databaseAnswers()) {
                    return false;
                }
                queue.omit(Omission.NOT_STORABLE);
                LOG.log(
                        WARNING,
                        "HANSA-2204 An audit record cannot be stored and is left out.",
                        alone);
            }
            batch.remove(0);
        }
        return true;
    }

    /**
     * Whether the database refused for another reason than the record, such as a lock that another
     * transaction holds. SQL states of class 22 and 23 are about data and constraints (ISO 9075-2,
     * section 24.1).
     */
    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                String state = refused.getSQLState();
                return !state.startsWith("22") && !state.startsWith("23");
            }
        }
        return false;
    }

    private boolean databaseAnswers() {
        try {
            write.ask();
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private void away(RuntimeException failure) {
        if (!outage) {
            outage = true;
            LOG.log(
                    WARNING,
                    "HANSA-2205 The audit record cannot be written. Records wait in memory, "
                            + queue.capacity()
                            + " at most. Look at the database behind the data source jdbc/hansa.",
                    failure);
        }
    }
}
