package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Looks whether another node changed the registry. A database that does not answer is logged once
 * per outage; the registry in force stays. Run by one thread at a time.
 */
final class RegistryPoll implements Runnable {
    private static final System.Logger LOG = System.getLogger(RegistryPoll.class.getName());

    /** In an outage only every fourth look is taken: driver, pool and Hibernate log each one. */
    private static final int LOOKS_PER_TRY = 4;

    private final RegistryRefresh refresh;
    private volatile boolean outage;
    private volatile int looks;

    RegistryPoll(RegistryRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    public void run() {
        looks = (looks + 1) % LOOKS_PER_TRY;
        if (outage && looks != 0) {
            return;
        }
        try {
            refresh.refreshIfMoved();
            if (outage) {
                outage = false;
                LOG.log(INFO, "HANSA-3306 The registry can be read again.");
            }
        } catch (RuntimeException failure) {
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
}
