package io.hansa.proxy.signing;

import io.hansa.proxy.background.OwnThread;
import io.hansa.proxy.registry.RegistryCondition;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Puts the signing keys in force before the first request, and looks after them each second. */
@Startup
@Singleton
@DependsOn("RegistryStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SigningStart {
    private static final Logger LOG = System.getLogger(SigningStart.class.getName());
    private static final long TURN_MILLIS = 1000;

    @Resource private ManagedThreadFactory threads;
    @Inject private KeyRing keys;
    @Inject private RegistryCondition condition;

    private OwnThread turns;
    private volatile boolean failed;

    @PostConstruct
    void start() {
        if (condition.away()) {
            keys.openSnapshot();
        } else {
            keys.open();
        }
        turns = OwnThread.start(threads, TURN_MILLIS, this::turn);
    }

    @PreDestroy
    void stop() {
        if (turns != null) {
            turns.stop();
        }
    }

    /** A scheduled task that throws is never run again. Logged once for each outage. */
    private void turn() {
        try {
            keys.turn();
            failed = false;
        } catch (RuntimeException failure) {
            if (!failed) {
                failed = true;
                LOG.log(
                        Level.WARNING,
                        "HANSA-3501 The signing keys cannot be renewed. Those in force stay, and the node tries again each second.",
                        failure);
            }
        }
    }
}
