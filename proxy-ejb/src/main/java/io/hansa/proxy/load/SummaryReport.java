package io.hansa.proxy.load;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.FailedChanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the summary of this node, and reads those of the others. A failure harms no load: it is
 * logged once, and the next turn tries again. For one thread at a time.
 */
final class SummaryReport {
    private static final System.Logger LOG = System.getLogger(SummaryReport.class.getName());

    private final NodeSummaries summaries;
    private final StoredSummaries stored;
    private final FailedChanges failures;
    private final Set<String> unreadable = new HashSet<>();
    private boolean failing;

    /**
     * @param failures told of each turn that failed
     */
    SummaryReport(NodeSummaries summaries, StoredSummaries stored, FailedChanges failures) {
        this.summaries = summaries;
        this.stored = stored;
        this.failures = failures;
    }

    /**
     * @param others their loads; without any, the database is not asked
     */
    void exchange(List<NodeLoad> others) {
        try {
            summaries.heard(others.isEmpty() ? List.of() : readable(stored.others()));
            if (others.stream().anyMatch(NodeLoad::current)) {
                stored.say(summaries.here());
            }
            if (failing) {
                failing = false;
                LOG.log(INFO, "HANSA-2805 The summaries of the nodes are shared again.");
            }
        } catch (RuntimeException failed) {
            failures.add(failed);
            if (!failing) {
                failing = true;
                LOG.log(
                        WARNING,
                        "HANSA-2804 The summaries of the nodes cannot be shared: overview and series of each node"
                                + " speak for itself. Look at the cause, and at the database behind the data source"
                                + " jdbc/hansa.",
                        failed);
            }
        }
    }

    private List<NodeSummary> readable(List<StoredSummaries.Stored> all) {
        List<NodeSummary> readable = new ArrayList<>();
        for (StoredSummaries.Stored one : all) {
            try {
                readable.add(
                        new NodeSummary(
                                one.instance(),
                                one.node(),
                                JsonText.object(one.text()),
                                one.ageMillis()));
                unreadable.remove(one.instance());
            } catch (RuntimeException broken) {
                if (unreadable.add(one.instance())) {
                    LOG.log(
                            WARNING,
                            "HANSA-2806 The summary of node {0} cannot be read and is left out: {1}",
                            one.node(),
                            broken.getMessage());
                }
            }
        }
        unreadable.retainAll(
                new HashSet<>(all.stream().map(StoredSummaries.Stored::instance).toList()));
        return readable;
    }
}
