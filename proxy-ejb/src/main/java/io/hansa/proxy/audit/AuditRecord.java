package io.hansa.proxy.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A change by an administrator, a refused call, or a request for a service. The states before and
 * after are JSON of the administration API, which contains neither passwords nor their hashes.
 *
 * @param when truncated to microseconds, the precision of the database
 * @param who the account's name; for a caller that was not authenticated the name it gave, or empty
 * @param key the name or id of the item; empty if there is none
 * @param before null if the item was created, or there was no change
 * @param after null if the item was removed, or there was no change
 * @param reason why the account made the change; null if it gave no reason
 * @param origin null: the call of the current thread
 */
public record AuditRecord(
        Instant when,
        String who,
        Action action,
        String kind,
        String key,
        JsonObject before,
        JsonObject after,
        String reason,
        Result result,
        Origin origin) {
    /** What happened. */
    public enum Action {
        CREATED,
        REPLACED,
        REMOVED,
        /** A call was refused. Nothing changed. */
        REFUSED,
        /** A service was called. */
        CALLED,
        /** Records were not written. The details state how many, and why. */
        OMITTED
    }

    /**
     * What came of it.
     *
     * @param outcome {@link #DONE}, or the code of the failure
     * @param details null if there are none
     */
    public record Result(String outcome, JsonObject details) {
        public static final String DONE = "done";
        static final Result OF_CHANGE = new Result(DONE, null);

        public Result {
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** Where the call came in. A member that is not known is empty. */
    public record Origin(String node, String source, String traceId) {
        public Origin {
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(traceId, "traceId");
        }
    }

    public AuditRecord {
        when = when.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(result, "result");
    }

    /** The record of a change from one state to another, either of which may be null. */
    public static AuditRecord of(
            Instant when,
            String who,
            String kind,
            String key,
            JsonObject before,
            JsonObject after) {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A change has a before, an after, or both.");
        }
        Action action =
                before == null ? Action.CREATED : after == null ? Action.REMOVED : Action.REPLACED;
        return new AuditRecord(
                when, who, action, kind, key, before, after, null, Result.OF_CHANGE, null);
    }

    /** The record of a call that changed nothing. */
    public static AuditRecord ofCall(
            Instant when, String who, Action action, String kind, String key, Result result) {
        return new AuditRecord(when, who, action, kind, key, null, null, null, result, null);
    }

    /**
     * @param given null: none
     */
    public AuditRecord because(String given) {
        return new AuditRecord(when, who, action, kind, key, before, after, given, result, origin);
    }

    public AuditRecord from(Origin call) {
        return new AuditRecord(when, who, action, kind, key, before, after, reason, result, call);
    }
}
