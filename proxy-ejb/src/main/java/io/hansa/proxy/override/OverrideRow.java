package io.hansa.proxy.override;

import io.hansa.proxy.override.OperatingOverride.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The database row of an override. Only {@link StoredOverrides} uses it. */
@Entity(name = "OperatingOverride")
@Table(name = "operating_override")
class OverrideRow {
    @Id private String target;

    @Enumerated(EnumType.STRING)
    private State state;

    /** Null: the entry's own. */
    private Double weight;

    @Column(name = "ends_at")
    private Instant endsAt;

    private String reason;

    @Column(name = "set_at")
    private Instant setAt;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Version private long version;

    protected OverrideRow() {}

    OverrideRow(String target, long createdRevision) {
        this.target = target;
        this.createdRevision = createdRevision;
    }

    void take(OperatingOverride override) {
        state = override.state();
        weight = override.weight() == 1 ? null : override.weight();
        endsAt = override.until();
        reason = override.cause().reason();
        setAt = override.cause().at();
        setBy = override.cause().by();
    }

    OperatingOverride value() {
        return new OperatingOverride(
                target,
                state,
                weight == null ? 1 : weight,
                endsAt,
                new Cause(reason, setBy, setAt),
                createdRevision + version);
    }
}
