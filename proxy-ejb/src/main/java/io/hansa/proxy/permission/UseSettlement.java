package io.hansa.proxy.permission;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes down how permissions were used on this node, and reads what the other nodes used of
 * quotas. While the database is away each node goes by its own count; that is logged once. Run each
 * second, and once more when the node stops.
 */
public final class UseSettlement implements Runnable {
    private static final System.Logger LOG = System.getLogger(UseSettlement.class.getName());

    /** In one turn, so that a turn stays short; the rest follows in the next ones. */
    private static final int MAX_ROWS = 1000;

    private static final int TURNS_PER_TRY = 5;
    private static final int TURNS_PER_CLEANING = 600;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Quotas quotas;
    private final LastUses uses;
    private final StoredUse stored;
    private final Supplier<Set<String>> permissions;
    private final Clock clock;
    private boolean complete;
    private boolean outage;
    private int turn;

    /**
     * @param permissions the ids of those in force
     */
    public UseSettlement(
            Quotas quotas,
            LastUses uses,
            StoredUse stored,
            Supplier<Set<String>> permissions,
            Clock clock) {
        this.quotas = quotas;
        this.uses = uses;
        this.stored = stored;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public synchronized void run() {
        turn++;
        if (outage && turn % TURNS_PER_TRY != 0) {
            return;
        }
        try {
            settle();
            if (outage) {
                outage = false;
                LOG.log(
                        INFO,
                        "HANSA-2901 Quotas of permissions are shared with the other nodes again.");
            }
        } catch (RuntimeException away) {
            complete = false;
            if (!outage) {
                outage = true;
                LOG.log(
                        WARNING,
                        "HANSA-2902 Quotas of permissions cannot be shared: each node goes by its own count."
                                + " Look at the database behind the data source jdbc/hansa.",
                        away);
            }
        }
    }

    private void settle() {
        Instant now = clock.instant();
        List<Quotas.Charge> charges = quotas.unsettled(MAX_ROWS);
        if (!charges.isEmpty()) {
            stored.add(charges);
            quotas.settled(charges);
        }
        quotas.told(stored.totals(now, complete), now);
        complete = true;
        Map<String, Instant> noted = uses.unsettled(MAX_ROWS);
        if (!noted.isEmpty()) {
            stored.note(noted);
            uses.settled(noted);
        }
        if (turn % TURNS_PER_CLEANING == 0) {
            Set<String> inForce = permissions.get();
            quotas.keepOnly(inForce);
            uses.keepOnly(inForce);
            stored.forget(now.minus(KEPT));
        }
    }
}
