package io.hansa.proxy.workbench;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Records that a server is tried, before that is done. Business data is not recorded. */
@Dependent
class TrialAudit {
    private static final String KIND = "trial";

    private final AuditRecords records;
    private final Clock clock;

    @Inject
    TrialAudit(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void record(String by, String server, JsonObject what) {
        records.append(AuditRecord.of(clock.instant(), by, KIND, server, null, what));
    }
}
