package io.hansa.web.opening;

import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.lifecycle.ListenerState;
import io.hansa.proxy.token.TokenIssuer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a listener that refuses requests as {@code starting} pass them on, once the application
 * answers. No event of the servlet API tells that: the container maps addresses to an application
 * after its listeners have run. So the node asks itself, through the listener, until it answers.
 * Before, it makes hashes until they are fast, because a node whose first check of a password takes
 * seconds refuses others as {@code overloaded} meanwhile. After, it makes its {@link
 * FirstRequests}. Safe for many threads.
 */
@ApplicationScoped
class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());
    private static final String PASS = "hansa.node.start-pass";
    private static final long LOOK_MILLIS = 25;
    private static final long MAX_MILLIS = 60_000;
    private static final int MAX_HASHES = 8;
    private static final long FAST_MILLIS = 60;

    private final CountDownLatch stopping = new CountDownLatch(1);
    @Inject private PasswordHasher hasher;
    @Inject private TokenIssuer issuer;

    /** Returns at once. Where no listener was told that the node starts, it serves already. */
    void begin() {
        if (!ListenerState.STARTING.isTold()) {
            if (!ListenerState.isAnyTold()) {
                ListenerState.SERVING.tell();
            }
            return;
        }
        Integer port = Integer.getInteger("hansa.http.port");
        if (port == null) {
            ListenerState.SERVING.tell();
            return;
        }
        Thread opener = new Thread(() -> open(port), "hansa-opening");
        opener.setDaemon(true);
        opener.start();
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void open(int port) {
        String pass = UUID.randomUUID().toString();
        System.setProperty(PASS, pass);
        try {
            warm();
            OwnListener own =
                    OwnListener.of(System.getProperty("hansa.listen", "127.0.0.1"), port, pass);
            if (!awaitAnswer(own)) {
                return;
            }
            new FirstRequests(own::isOk).make();
        } catch (IOException noAddress) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-5501 The node cannot ask its own listener and opens it at once: {0}",
                    noAddress.toString());
        } finally {
            System.clearProperty(PASS);
        }
        if (ListenerState.STARTING.isTold()) {
            ListenerState.SERVING.tell();
        }
    }

    /**
     * @return whether requests may come: the application answers, or has not for so long that
     *     callers are to see why
     */
    private boolean awaitAnswer(OwnListener own) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_MILLIS);
        while (System.nanoTime() < end) {
            try {
                if (own.isOk("/health/started")) {
                    return true;
                }
            } catch (IOException notYet) {
                LOG.log(Level.DEBUG, "The own listener does not answer yet.", notYet);
            }
            try {
                if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        LOG.log(
                Level.WARNING,
                "HANSA-5502 The application did not answer within {0} seconds after its start, and the listener is opened all the same.",
                TimeUnit.MILLISECONDS.toSeconds(MAX_MILLIS));
        return true;
    }

    private void warm() {
        // The first signature takes as long as a hundred later ones; nobody gets this token.
        issuer.forPeer("", List.of(), "", Duration.ZERO);
        for (int made = 0; made < MAX_HASHES && stopping.getCount() > 0; made++) {
            long began = System.nanoTime();
            try {
                hasher.verify("", PasswordHasher.DUMMY_HASH).join();
            } catch (RuntimeException busyOrStopping) {
                LOG.log(Level.DEBUG, "A hash was not made.", busyOrStopping);
                return;
            }
            if (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(FAST_MILLIS)) {
                return;
            }
        }
    }
}
