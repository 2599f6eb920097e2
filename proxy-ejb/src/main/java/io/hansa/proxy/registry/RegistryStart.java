package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.background.OwnThread;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the registry into force before the first request, and keeps it up to date: a change made
 * on another node is in force here within a second. Where the database does not answer, the node
 * starts from its own snapshot, or waits. What needs the registry at its own start depends on this
 * bean.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistryStart {
    private static final System.Logger LOG = System.getLogger(RegistryStart.class.getName());
    private static final long POLL_MILLIS = 500;
    private static final long LISTEN_MILLIS = 1000;
    private static final long SNAPSHOT_MILLIS = 2000;

    @Resource private ManagedThreadFactory threads;

    @PersistenceUnit(unitName = "hansa")
    private EntityManagerFactory unit;

    @Inject private RegistryBeans beans;
    @Inject private RegistryOpening opening;
    @Inject private Registries registries;
    @Inject private RegistryRefresh refresh;
    @Inject private RegistryCondition condition;
    @Inject private LocalSnapshot snapshot;
    @Inject private ClockComparison clock;

    private final List<OwnThread> tasks = new ArrayList<>();

    @PostConstruct
    void start() {
        beans.open(unit);
        snapshot.read()
                .ifPresent(
                        stored -> {
                            registries.replace(stored.registry());
                            condition.startedFrom(stored.writtenAt());
                        });
        RegistryPoll poll = new RegistryPoll(refresh, condition, opening, clock);
        if (AwayDatabase.seenAway() && condition.snapshotAt().isPresent()) {
            condition.failed("it did not answer when the node started");
        } else {
            poll.run();
        }
        if (condition.away()) {
            tellStart();
        }
        tasks.add(OwnThread.start(threads, POLL_MILLIS, poll));
        tasks.add(OwnThread.start(threads, LISTEN_MILLIS, poll::listen));
        tasks.add(OwnThread.start(threads, SNAPSHOT_MILLIS, this::writeSnapshot));
    }

    private void tellStart() {
        Optional<Instant> written = condition.snapshotAt();
        if (written.isEmpty()) {
            LOG.log(
                    ERROR,
                    "HANSA-3317 The node has no snapshot of the registry and waits for the database behind the data"
                            + " source jdbc/hansa.");
            return;
        }
        LOG.log(
                WARNING,
                "HANSA-3314 The node starts from its snapshot of {0}, because the database does not answer. Changes are"
                        + " refused until it does.",
                written.get());
    }

    /** Not while a revision is held: after a restart it is found again by what is written. */
    private void writeSnapshot() {
        if (registries.held().isEmpty() && condition.snapshotAt().isEmpty()) {
            snapshot.write(registries.current());
        }
    }

    @PreDestroy
    void stop() {
        tasks.forEach(OwnThread::stop);
    }
}
