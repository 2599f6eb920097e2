package io.hansa.proxy.permission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A grant as the database holds it, never changed; only {@link StoredPermissions} sees it. */
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

    private String server;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    protected PermissionRow() {}

    PermissionRow(Permission permission) {
        id = permission.id();
        subjectKind = permission.subject().kind();
        subjectName = permission.subject().name();
        capability = permission.capability();
        server = permission.server();
        validFrom = permission.validFrom();
        validUntil = permission.validUntil();
    }

    Permission value() {
        return new Permission(
                id,
                new Subject(subjectKind, subjectName),
                capability,
                server,
                validFrom,
                validUntil);
    }
}
