package io.hansa.proxy.administration;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;

/** Appends a change to the audit record, within the transaction of the change. */
@Dependent
class AuditTrail {
    private final AuditRecords records;
    private final Clock clock;

    @Inject
    AuditTrail(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    void created(String by, Kind kind, Item item) {
        append(by, kind, item.key(), null, item.json());
    }

    void replaced(String by, Kind kind, Item before, JsonObject after) {
        append(by, kind, before.key(), before.json(), after);
    }

    void removed(String by, Kind kind, Item item) {
        append(by, kind, item.key(), item.json(), null);
    }

    private void append(String by, Kind kind, String key, JsonObject before, JsonObject after) {
        records.append(AuditRecord.of(clock.instant(), by, kind.word(), key, before, after));
    }
}
