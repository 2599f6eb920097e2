package io.hansa.proxy.audit;

import io.hansa.proxy.document.JsonText;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The database row of an audit record. Only {@link AuditRecords} uses it. */
@Entity(name = "AuditRecord")
@Table(name = "audit_record")
class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private String account;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AuditRecord.Action action;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String item;

    @Column(name = "before_json", updatable = false)
    private String before;

    @Column(name = "after_json", updatable = false)
    private String after;

    protected AuditRow() {}

    AuditRow(AuditRecord change) {
        recordedAt = change.when();
        account = change.who();
        action = change.action();
        kind = change.kind();
        item = change.key();
        before = change.before() == null ? null : change.before().toString();
        after = change.after() == null ? null : change.after().toString();
    }

    AuditRecord value() {
        return new AuditRecord(
                recordedAt,
                account,
                action,
                kind,
                item,
                (JsonObject) JsonText.read(before),
                (JsonObject) JsonText.read(after));
    }
}
