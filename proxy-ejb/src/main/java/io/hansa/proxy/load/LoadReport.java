package io.hansa.proxy.load;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.List;

/**
 * Writes once a second how loaded this node is, and reads the reports of the others. A lone node
 * only checks whether it is still alone, and reports now and then, so that another node finds it.
 * At each fifth turn the nodes exchange their summaries, too. While the database is away every node
 * tells its own load; that is logged once. Safe for many threads: a report under way ends before
 * the node leaves.
 */
public final class LoadReport implements Runnable {
    private static final System.Logger LOG = System.getLogger(LoadReport.class.getName());
    private static final int TURNS_PER_TRY = 5;
    private static final int TURNS_PER_WORD_ALONE = 10;
    private static final int TURNS_PER_SUMMARY = 5;
    private static final int TURNS_PER_CLEANING = 600;

    private final ProxyLoad loads;
    private final StoredLoads stored;
    private final SummaryReport summaries;
    private volatile boolean outage;
    private volatile boolean left;
    private int turn = -1;

    LoadReport(ProxyLoad loads, StoredLoads stored, SummaryReport summaries) {
        this.loads = loads;
        this.stored = stored;
        this.summaries = summaries;
    }

    @Override
    public synchronized void run() {
        turn++;
        if (left || outage && turn % TURNS_PER_TRY != 0) {
            return;
        }
        try {
            exchange();
            if (outage) {
                outage = false;
                LOG.log(INFO, "HANSA-2801 The loads of the nodes are shared again.");
            }
        } catch (RuntimeException away) {
            if (!outage) {
                outage = true;
                LOG.log(
                        WARNING,
                        "HANSA-2802 The loads of the nodes cannot be shared: each node tells its own. Look at the"
                                + " database behind the data source jdbc/hansa.",
                        away);
            }
        }
    }

    private void exchange() {
        List<NodeLoad> others = stored.others();
        loads.heard(others);
        NodeLoad here = loads.here();
        if (here.current() && (!others.isEmpty() || turn % TURNS_PER_WORD_ALONE == 0)) {
            stored.say(here);
        }
        if (turn % TURNS_PER_SUMMARY == 0) {
            summaries.exchange(others);
        }
        if (turn % TURNS_PER_CLEANING == 0) {
            stored.removeSilent();
        }
    }

    /** Ends the reports. The others need not wait until this node's last report is stale. */
    public synchronized void leave() {
        left = true;
        if (outage) {
            return;
        }
        try {
            stored.leave();
        } catch (RuntimeException away) {
            LOG.log(
                    INFO,
                    "HANSA-2803 This node could not tell the others that it stops. They count its load a little longer.",
                    away);
        }
    }
}
