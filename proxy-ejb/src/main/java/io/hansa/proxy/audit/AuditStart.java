package io.hansa.proxy.audit;

import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.background.OwnThread;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts the background writer, the chaining of older records, and retention. */
@Startup
@Singleton
@DependsOn("RegistryStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditStart {
    private static final System.Logger LOG = System.getLogger(AuditStart.class.getName());

    /** Only nodes of an older version write records that are not chained. */
    private static final long ADOPTION_SECONDS = 10;

    private static final long RETENTION_SECONDS = 600;
    private static final long MAX_STOP_MILLIS = 5000;

    @Resource private ManagedThreadFactory threads;

    @Inject private AuditWriter writer;
    @Inject private WriteAudit write;
    @Inject private AuditRetention retention;

    private final List<OwnThread> tasks = new ArrayList<>();
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        threads.newThread(writer).start();
        tasks.add(every(ADOPTION_SECONDS, this::adopt));
        if (retention.isOn()) {
            tasks.add(every(RETENTION_SECONDS, this::removeOldest));
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        tasks.forEach(OwnThread::stop);
        writer.stop(MAX_STOP_MILLIS);
    }

    private void adopt() {
        untilDone(write::adopt);
    }

    private void removeOldest() {
        untilDone(retention::removeOldest);
    }

    /**
     * @param some does some of the work and returns whether there may be more
     */
    private void untilDone(BooleanSupplier some) {
        boolean more = true;
        while (more && !stopping) {
            more = some.getAsBoolean();
        }
    }

    private OwnThread every(long seconds, Runnable task) {
        return OwnThread.start(threads, TimeUnit.SECONDS.toMillis(seconds), () -> survive(task));
    }

    /** A thread whose task throws ends. */
    private static void survive(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    WARNING,
                    "HANSA-2201 A task of the audit record failed and is tried again. Look at the database"
                            + " behind the data source jdbc/hansa: {0}",
                    failure.toString());
        }
    }
}
