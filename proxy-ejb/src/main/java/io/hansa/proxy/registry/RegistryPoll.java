package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.registry.RegistryCondition.NoChanges;
import java.util.Optional;

/**
 * Looks whether another node changed the registry. A database that does not answer is logged once
 * per outage; the registry in force stays. Run by one thread at a time, but for {@link #listen}.
 */
final class RegistryPoll implements Runnable {
    private static final System.Logger LOG = System.getLogger(RegistryPoll.class.getName());

    /** In an outage only every fourth look is taken: driver, pool and Hibernate log each one. */
    private static final int LOOKS_PER_TRY = 4;

    /** Two looks in a row that were not answered. */
    private static final long HEARD_MILLIS = 1000;

    /** Every ten seconds: counts the items, and reads all of them while a revision is held. */
    private static final int LOOKS_PER_REVIEW = 20;

    private final RegistryRefresh refresh;
    private final RegistryCondition condition;
    private final Runnable opening;
    private final Runnable clock;
    private volatile boolean open;
    private volatile boolean outage;
    private volatile int looks;
    private volatile boolean refusing;

    /**
     * @param opening what is done once, before the first look
     * @param clock compares the clocks where that is due
     */
    RegistryPoll(
            RegistryRefresh refresh,
            RegistryCondition condition,
            Runnable opening,
            Runnable clock) {
        this.refresh = refresh;
        this.condition = condition;
        this.opening = opening;
        this.clock = clock;
    }

    /**
     * Asks the database a small question. To read a large registry again takes longer than a
     * database may be silent, so another thread calls this meanwhile. It asks nothing in an outage,
     * or where a look has just been answered.
     */
    void listen() {
        if (open && !outage && condition.ageMillis() > HEARD_MILLIS) {
            try {
                refresh.ask();
                condition.heard();
            } catch (RuntimeException silent) {
                LOG.log(DEBUG, "The database does not answer.", silent);
            }
        }
    }

    @Override
    public void run() {
        tellRefusals();
        looks = (looks + 1) % LOOKS_PER_REVIEW;
        if (outage && looks % LOOKS_PER_TRY != 0) {
            return;
        }
        try {
            if (open) {
                refresh.refreshIfMoved();
            } else {
                opening.run();
                open = true;
                condition.confirmed();
            }
            clock.run();
            if (looks == 0) {
                refresh.review();
            }
            condition.answered();
            if (outage) {
                outage = false;
                LOG.log(INFO, "HANSA-3306 The registry can be read again.");
            }
        } catch (RuntimeException failure) {
            condition.failed(cause(failure));
            if (!outage) {
                outage = true;
                LOG.log(
                        WARNING,
                        "HANSA-3307 The registry cannot be read. The snapshot in force stays. Look at the database"
                                + " behind the data source jdbc/hansa.",
                        failure);
            }
        }
    }

    private void tellRefusals() {
        Optional<NoChanges> refused = condition.noChanges();
        if (refused.isPresent() == refusing) {
            return;
        }
        refusing = !refusing;
        if (refusing) {
            LOG.log(
                    WARNING,
                    "HANSA-3320 The registry''s database answers and takes no changes: {0}. Make room on its disk, or"
                            + " let the data source jdbc/hansa name the database that takes them.",
                    refused.get().why());
        } else {
            LOG.log(INFO, "HANSA-3321 The registry's database has refused no change lately.");
        }
    }

    /** The innermost message says it, as in "Connection to 10.0.0.7:5432 refused". */
    private static String cause(Throwable failure) {
        String innermost = failure.toString();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at.getMessage() != null) {
                innermost = at.getMessage();
            }
        }
        return innermost;
    }
}
