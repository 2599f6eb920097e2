package io.hansa.proxy.administration;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;

/**
 * Appends a change to the audit record, within the transaction of the change. A reason is what the
 * administrator gave as such; null: none.
 */
@Dependent
class AuditTrail {
    private final AuditRecords records;
    private final Clock clock;

    @Inject
    AuditTrail(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    void created(String by, Kind kind, Item item, String reason) {
        append(change(by, kind, item.key(), null, item.json()), reason);
    }

    void replaced(String by, Kind kind, Item before, JsonObject after, String reason) {
        append(change(by, kind, before.key(), before.json(), after), reason);
    }

    void removed(String by, Kind kind, Item item, String reason) {
        append(change(by, kind, item.key(), item.json(), null), reason);
    }

    /**
     * What was decided about a revision of the registry that was held.
     *
     * @param held what was known of it
     * @param decided what came of it
     */
    void decided(String by, JsonObject held, JsonObject decided, String reason) {
        append(AuditRecord.of(clock.instant(), by, "registry", "held", held, decided), reason);
    }

    private AuditRecord change(
            String by, Kind kind, String key, JsonObject before, JsonObject after) {
        return AuditRecord.of(clock.instant(), by, kind.word(), key, before, after);
    }

    private void append(AuditRecord change, String reason) {
        records.append(change.because(reason));
    }
}
