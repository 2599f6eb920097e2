package io.hansa.proxy.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One change by an administrator. The states before and after are JSON of the administration API,
 * which contains neither passwords nor their hashes.
 *
 * @param when truncated to microseconds, the precision of the database
 * @param who the account's name
 * @param item the changed item
 * @param before null if the item was created
 * @param after null if the item was removed
 */
public record AuditRecord(
        Instant when,
        String who,
        Action action,
        String kind,
        String key,
        JsonObject before,
        JsonObject after) {
    /** The action on the item. */
    public enum Action {
        CREATED,
        REPLACED,
        REMOVED
    }

    public AuditRecord {
        when = when.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        if (before == null && after == null) {
            throw new IllegalArgumentException("A change has a before, an after, or both.");
        }
    }

    /** The record of a change from one state to another, either of which may be null. */
    public static AuditRecord of(
            Instant when,
            String who,
            String kind,
            String key,
            JsonObject before,
            JsonObject after) {
        Action action =
                before == null ? Action.CREATED : after == null ? Action.REMOVED : Action.REPLACED;
        return new AuditRecord(when, who, action, kind, key, before, after);
    }

    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("when", when.toString())
                .add("who", who)
                .add("action", action.name())
                .add("kind", kind)
                .add("key", key)
                .add("before", before == null ? JsonValue.NULL : before)
                .add("after", after == null ? JsonValue.NULL : after)
                .build();
    }
}
