package io.hansa.proxy.permission;

import io.hansa.proxy.capability.CapabilityPattern;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The database row of a permission. Only {@link StoredPermissions} uses it. */
@Entity(name = "Permission")
@Table(name = "permission")
class PermissionRow {
    @Id private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private Subject.Kind subjectKind;

    @Column(name = "subject_name")
    private String subjectName;

    private String capability;

    @Enumerated(EnumType.STRING)
    private Rule.Action action;

    @Enumerated(EnumType.STRING)
    private Rule.Effect effect;

    private String server;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "quota_per_day")
    private Long quotaPerDay;

    @Column(name = "quota_per_month")
    private Long quotaPerMonth;

    /** Written beside the requests, by {@link StoredUse}. */
    @Column(name = "last_used", insertable = false, updatable = false)
    private Instant lastUsed;

    /** Since when uses are noted: since it was granted, or since a version that notes them. */
    @Column(name = "uses_since", insertable = false, updatable = false)
    private Instant usesSince;

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Version private long version;

    protected PermissionRow() {}

    PermissionRow(String id, long createdRevision) {
        this.id = id;
        this.createdRevision = createdRevision;
    }

    void apply(Permission permission) {
        subjectKind = permission.subject().kind();
        subjectName = permission.subject().name();
        capability = permission.rule().capability().text();
        action = permission.rule().action();
        effect = permission.rule().effect();
        server = permission.rule().server();
        validFrom = permission.validity().from();
        validUntil = permission.validity().until();
        Quota quota = permission.quota();
        quotaPerDay = quota == null ? null : limited(quota.perDay());
        quotaPerMonth = quota == null ? null : limited(quota.perMonth());
    }

    Permission value() {
        return new Permission(
                id,
                new Subject(subjectKind, subjectName),
                new Rule(new CapabilityPattern(capability), action, effect, server),
                new Validity(validFrom, validUntil),
                quotaPerDay == null && quotaPerMonth == null
                        ? null
                        : new Quota(unlimited(quotaPerDay), unlimited(quotaPerMonth)),
                createdRevision + version);
    }

    UnusedPermission unused() {
        return new UnusedPermission(value(), lastUsed, usesSince);
    }

    private static Long limited(long calls) {
        return calls == Quota.UNLIMITED ? null : calls;
    }

    private static long unlimited(Long calls) {
        return calls == null ? Quota.UNLIMITED : calls;
    }
}
