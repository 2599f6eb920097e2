package io.hansa.proxy.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The database row of a group. Only {@link Groups} uses it. */
@Entity(name = "GroupDescription")
@Table(name = "group_description")
class GroupRow {
    @Id private String name;
    private String description;

    @Column(name = "created_revision", updatable = false)
    private long createdRevision;

    @Version private long version;

    protected GroupRow() {}

    GroupRow(String name, long createdRevision) {
        this.name = name;
        this.createdRevision = createdRevision;
    }

    void apply(Group group) {
        description = group.description();
    }

    Group value() {
        return new Group(name, description, createdRevision + version);
    }
}
