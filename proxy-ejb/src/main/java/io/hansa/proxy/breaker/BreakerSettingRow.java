package io.hansa.proxy.breaker;

import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.override.Cause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A breaker's setting as the database holds it; only {@link BreakerSettings} sees it. */
@Entity(name = "BreakerSetting")
@Table(name = "breaker_setting")
class BreakerSettingRow {
    @Id private String target;

    @Enumerated(EnumType.STRING)
    @Column(name = "setting")
    private Mode mode;

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

    protected BreakerSettingRow() {}

    BreakerSettingRow(String target, long createdRevision) {
        this.target = target;
        this.createdRevision = createdRevision;
    }

    void take(BreakerSetting setting) {
        mode = setting.mode();
        endsAt = setting.until();
        reason = setting.cause().reason();
        setAt = setting.cause().at();
        setBy = setting.cause().by();
    }

    BreakerSetting value() {
        return new BreakerSetting(
                target, mode, endsAt, new Cause(reason, setBy, setAt), createdRevision + version);
    }
}
