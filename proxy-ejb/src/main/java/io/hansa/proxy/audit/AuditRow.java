package io.hansa.proxy.audit;

import io.hansa.proxy.audit.AuditRecord.Origin;
import io.hansa.proxy.audit.AuditRecord.Result;
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
import java.util.EnumMap;
import java.util.Map;

/** The database row of an audit record. */
@Entity(name = "AuditRecord")
@Table(name = "audit_record")
class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** Null until the record is chained; so are the two hashes. */
    @Column(name = "sequence_number")
    private Long sequence;

    @Column(name = "previous_hash")
    private String previousHash;

    @Column(name = "record_hash")
    private String recordHash;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String node;

    @Column(updatable = false)
    private String source;

    @Column(name = "trace_id", updatable = false)
    private String traceId;

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

    @Column(updatable = false)
    private String outcome;

    @Column(updatable = false)
    private String reason;

    @Column(name = "details_json", updatable = false)
    private String details;

    protected AuditRow() {}

    AuditRow(AuditRecord record) {
        recordedAt = record.when();
        account = record.who();
        node = record.origin().node();
        source = record.origin().source();
        traceId = record.origin().traceId();
        action = record.action();
        kind = record.kind();
        item = record.key();
        before = text(record.before());
        after = text(record.after());
        outcome = record.result().outcome();
        reason = record.reason();
        details = text(record.result().details());
    }

    /**
     * Puts the record at its place.
     *
     * @return its hash
     */
    String link(long place, String previous) {
        sequence = place;
        previousHash = previous;
        recordHash = new ChainedRecord(values(), null).hash();
        return recordHash;
    }

    ChainedRecord chained() {
        return new ChainedRecord(values(), recordHash);
    }

    AuditRecord value() {
        return new AuditRecord(
                recordedAt,
                account,
                action,
                kind,
                item,
                (JsonObject) JsonText.read(before),
                (JsonObject) JsonText.read(after),
                reason,
                new Result(outcome, (JsonObject) JsonText.read(details)),
                new Origin(node, source, traceId));
    }

    private Map<Member, String> values() {
        Map<Member, String> values = new EnumMap<>(Member.class);
        values.put(Member.SEQUENCE, String.valueOf(sequence));
        values.put(Member.PREVIOUS, previousHash);
        values.put(Member.WHEN, recordedAt.toString());
        values.put(Member.WHO, account);
        values.put(Member.NODE, node);
        values.put(Member.SOURCE, source);
        values.put(Member.TRACE_ID, traceId);
        values.put(Member.ACTION, action.name());
        values.put(Member.KIND, kind);
        values.put(Member.KEY, item);
        values.put(Member.BEFORE, before);
        values.put(Member.AFTER, after);
        values.put(Member.OUTCOME, outcome);
        values.put(Member.REASON, reason);
        values.put(Member.DETAILS, details);
        return values;
    }

    private static String text(JsonObject json) {
        return json == null ? null : json.toString();
    }
}
