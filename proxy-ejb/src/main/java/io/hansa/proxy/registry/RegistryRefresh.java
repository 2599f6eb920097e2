package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.registry.HeldRevision.Loss;
import io.hansa.proxy.registry.HeldRevision.Reason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts in force what the database holds, unless it may be a loss. Such a revision is held until an
 * administrator decides; what this proxy itself changes meanwhile is in force all the same. Call it
 * outside a transaction. Safe for many threads.
 */
@Dependent
public class RegistryRefresh {
    private static final System.Logger LOG = System.getLogger(RegistryRefresh.class.getName());
    private static final int ATTEMPTS = 3;

    private final RegistryLoader loader;
    private final Registries registries;
    private final Losses losses;

    @Inject
    public RegistryRefresh(RegistryLoader loader, Registries registries, Losses losses) {
        this.loader = loader;
        this.registries = registries;
        this.losses = losses;
    }

    /**
     * The first look at the database: all of it is read, and compared with the snapshot from which
     * the node started.
     */
    void open() {
        Registry inForce = registries.current();
        Registry stored = read(Registry.EMPTY);
        if (stored.revision() < inForce.revision()) {
            hold(inForce, stored.revision(), Reason.WENT_BACK, losses.all(inForce, stored));
        } else {
            offer(stored);
        }
    }

    /** Loads the registry and puts it in force on this node; what was committed before is in it. */
    public void refresh() {
        offer(read(registries.current()));
    }

    /**
     * Puts a registry in force, unless it has lost items that nobody removed.
     *
     * @param read at a revision that is committed
     */
    public void offer(Registry read) {
        Registry inForce = registries.current();
        if (read.revision() < inForce.revision()) {
            return;
        }
        List<Loss> lost = losses.unexplained(inForce, read);
        boolean doubtful = !lost.isEmpty() || registries.held().isPresent();
        if (doubtful && loader.decidedAfter(inForce.revision())) {
            registries.release(inForce, read);
            LOG.log(INFO, "HANSA-3312 An administrator decided about the revision that was held.");
        } else if (lost.isEmpty()) {
            registries.replace(read);
        } else {
            hold(inForce, read.revision(), Reason.TAKEN_AWAY, lost);
        }
    }

    /** Asks the database the least that it can answer. */
    void ask() {
        loader.revision();
    }

    /** Does so where the revision has moved on. Where it has gone back, it is held. */
    void refreshIfMoved() {
        Registry inForce = registries.current();
        long stored = loader.revision();
        if (stored > inForce.revision()) {
            refresh();
        } else if (stored < inForce.revision()) {
            Registry older = read(Registry.EMPTY);
            hold(inForce, older.revision(), Reason.WENT_BACK, losses.all(inForce, older));
        }
    }

    /**
     * To be called every few seconds: finds rows that vanished without a new revision, and whether
     * what was lost is there again.
     */
    void review() {
        Registry inForce = registries.current();
        Optional<HeldRevision> held = registries.held();
        if (held.isEmpty() && !losses.suspects(inForce, loader.counts())) {
            return;
        }
        Registry stored = read(Registry.EMPTY);
        if (stored.revision() < inForce.revision()) {
            return;
        }
        Reason reason = held.map(HeldRevision::reason).orElse(Reason.TAKEN_AWAY);
        List<Loss> lost =
                reason == Reason.WENT_BACK
                        ? losses.all(inForce, stored)
                        : losses.unexplained(inForce, stored);
        if (!lost.isEmpty() || reason == Reason.WENT_BACK) {
            hold(inForce, stored.revision(), reason, lost);
        } else if (held.isPresent()) {
            registries.release(inForce, stored);
            LOG.log(INFO, "HANSA-3313 What the registry had lost is there again.");
        }
    }

    private void hold(Registry inForce, long stored, Reason reason, List<Loss> lost) {
        Optional<HeldRevision> earlier = registries.held();
        HeldRevision held =
                new HeldRevision(
                        earlier.map(HeldRevision::reason)
                                .filter(Reason.WENT_BACK::equals)
                                .orElse(reason),
                        stored,
                        earlier.map(HeldRevision::good).orElse(inForce.revision()),
                        earlier.map(HeldRevision::since).orElseGet(Instant::now),
                        lost);
        if (registries.hold(inForce, loader.noted(inForce, stored), held) && earlier.isEmpty()) {
            LOG.log(
                    WARNING,
                    "HANSA-3311 {0} The state of before stays in force. {1}",
                    held.text(),
                    held.remedy());
        }
    }

    private Registry read(Registry before) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Registry> registry = loader.load(before);
            if (registry.isPresent()) {
                return registry.get();
            }
        }
        return loader.loadUndisturbed(before);
    }
}
