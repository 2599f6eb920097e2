package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.configuration.DatabaseClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Compares this machine's clock with the database's every ten seconds, and at once where somebody
 * set the machine's; warns once of a difference. Run twice a second by one thread.
 */
@Dependent
class ClockComparison implements Runnable {
    /** Tokens of peers and of issuers are refused at 30 s; people notice it earlier. */
    static final Duration MUCH = Duration.ofSeconds(2);

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(ClockComparison.class.getName());

    private final RegistryLoader loader;
    private final DatabaseClock clock;
    private boolean skewed;

    @Inject
    ClockComparison(RegistryLoader loader, DatabaseClock clock) {
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (clock.isDue(INTERVAL)) {
            compare();
        }
    }

    private void compare() {
        Instant asked = clock.machine().instant();
        Instant database = loader.time();
        clock.compared(database, asked, clock.machine().instant());
        boolean much = clock.offset().abs().compareTo(MUCH) > 0;
        if (much && !skewed) {
            LOG.log(
                    WARNING,
                    "HANSA-3318 The clock of this machine is {0} ms off the database''s. The node goes by the database''s"
                            + " clock; set this machine''s right (NTP).",
                    -clock.offset().toMillis());
        } else if (!much && skewed) {
            LOG.log(INFO, "HANSA-3319 The clock of this machine is right again.");
        }
        skewed = much;
    }
}
