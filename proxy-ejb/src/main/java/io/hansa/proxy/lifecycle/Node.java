package io.hansa.proxy.lifecycle;

import io.hansa.proxy.administration.EndOverrides;
import io.hansa.proxy.background.OwnThread;
import io.hansa.proxy.configuration.RateSharing;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.idempotency.IdempotencyService;
import io.hansa.proxy.issuer.IssuerKeys;
import io.hansa.proxy.load.LoadReport;
import io.hansa.proxy.monitoring.RequestLog;
import io.hansa.proxy.monitoring.SeriesSampler;
import io.hansa.proxy.permission.UseSettlement;
import io.hansa.proxy.probe.Probing;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.rate.RateSettlement;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryCondition;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the background tasks: probing servers, asking peers what they offer, adapting the node's
 * limit, settling rate limits and quotas and sharing the load with the other nodes, forgetting old
 * replies, and writing the request log.
 */
@Singleton
@Startup
@DependsOn({"RegistryStart", "SigningStart"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Node {
    private static final Logger LOG = System.getLogger(Node.class.getName());
    private static final long PEERS_MILLIS = 1000;

    /**
     * What waits to be written longer than the youngest objects live is copied by each of their
     * collections.
     */
    private static final long LOG_MILLIS = 20;

    private static final long RECORD_MILLIS = 1000;
    private static final long EXPIRY_MILLIS = 60_000;
    private static final long ADAPT_MILLIS = 100;
    private static final long REPORT_MILLIS = 1000;
    private static final long PERMISSION_USE_MILLIS = 1000;
    private static final long ENDS_MILLIS = 500;
    private static final long SAMPLE_MILLIS = 1000;
    private static final long STATES_MILLIS = 2000;
    private static final long PROBES_MILLIS = 100;

    private final List<OwnThread> own = new ArrayList<>();

    @Resource private ManagedThreadFactory threads;
    @Inject private Peers peers;
    @Inject private NodeAdmission admission;
    @Inject private RequestLog requestLog;
    @Inject private Registries registries;
    @Inject private RegistryCondition condition;
    @Inject private IdempotencyService idempotency;
    @Inject private RateSettlement rates;
    @Inject private RateSharing sharing;
    @Inject private LoadReport report;
    @Inject private UseSettlement permissionUse;
    @Inject private IssuerKeys issuers;
    @Inject private EndOverrides ends;
    @Inject private SeriesSampler sampler;
    @Inject private ServerStates states;
    @Inject private Probing probing;

    @PostConstruct
    void start() {
        registries.onReplaced(registry -> peers.refresh());
        own.add(every(PEERS_MILLIS, peers::refresh));
        own.add(every(PEERS_MILLIS, issuers::refresh));
        own.add(ownThread(LOG_MILLIS, this::writeLog));
        own.add(every(ADAPT_MILLIS, admission::adapt));
        if (sharing.everyMillis() > 0) {
            own.add(ownThread(sharing.everyMillis(), rates));
        }
        own.add(ownThread(REPORT_MILLIS, report));
        // Before the first request: what quotas were used before a restart is known from then on.
        if (!condition.away()) {
            survive(permissionUse);
        }
        own.add(ownThread(PERMISSION_USE_MILLIS, permissionUse));
        own.add(ownThread(ENDS_MILLIS, ends));
        own.add(every(SAMPLE_MILLIS, sampler));
        own.add(every(STATES_MILLIS, states::refresh));
        own.add(every(PROBES_MILLIS, probing));
        own.add(every(PROBES_MILLIS, states::refreshMoved));
        own.add(ownThread(RECORD_MILLIS, idempotency::record));
        own.add(ownThread(EXPIRY_MILLIS, idempotency::maintain));
    }

    @PreDestroy
    void stop() {
        admission.drain();
        own.forEach(OwnThread::stop);
        survive(permissionUse);
        report.leave();
        writeLog();
    }

    /** Begins at once, because others go by what it finds. */
    private OwnThread every(long millis, Runnable task) {
        return OwnThread.startNow(threads, millis, () -> survive(task));
    }

    private OwnThread ownThread(long millis, Runnable task) {
        return OwnThread.start(threads, millis, () -> survive(task));
    }

    /** A task that throws would end its thread; one bad turn must not end it. */
    private static void survive(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error defect) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2701 A background task failed and is tried again.",
                    defect);
        }
    }

    private void writeLog() {
        try {
            requestLog.flush();
        } catch (IOException full) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-2702 The request log cannot be written: {0}",
                    full.getMessage());
        }
    }
}
