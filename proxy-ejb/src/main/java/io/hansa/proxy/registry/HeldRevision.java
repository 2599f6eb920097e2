package io.hansa.proxy.registry;

import java.time.Instant;
import java.util.List;

/**
 * A revision that the database has and that is not in force, because it may be a loss.
 *
 * @param revision of the database, when it was looked at last
 * @param good the revision that was in force before
 * @param since when this node found it
 * @param losses of each kind that lost items; empty where the database only went back
 */
public record HeldRevision(
        Reason reason, long revision, long good, Instant since, List<Loss> losses) {
    /** What is wrong with the revision. */
    public enum Reason {
        /** A fifth of a kind or more is gone, and no audit record says who removed it. */
        TAKEN_AWAY,
        /** The database has an older revision than the one that was in force. */
        WENT_BACK
    }

    /**
     * @param before how many there were
     * @param gone how many of them the database does not have
     * @param items the first of them
     */
    public record Loss(Part part, int before, int gone, List<String> items) {
        public static final int MAX_ITEMS = 20;

        public Loss {
            items = List.copyOf(items);
        }
    }

    public HeldRevision {
        losses = List.copyOf(losses);
    }

    /** A sentence. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (reason == Reason.WENT_BACK) {
            text.append(
                    "The database went back from revision %d of the registry to %d"
                            .formatted(good, revision));
        } else {
            text.append("Revision %d of the registry took items away".formatted(revision))
                    .append(" without audit records");
        }
        String separator = ": ";
        for (Loss loss : losses) {
            text.append(separator)
                    .append("%d of %d ".formatted(loss.gone(), loss.before()))
                    .append(loss.part().plural());
            separator = ", ";
        }
        return text.append('.').toString();
    }

    /** What to do, a sentence. */
    public String remedy() {
        return "Look at the database; then POST /api/v1/admin/registry/held/accept takes its state, and"
                + " /reject writes the state in force back.";
    }
}
