package io.hansa.proxy.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that counts the changes; only {@link Revisions} sees it. */
@Entity(name = "RegistryRevision")
@Table(name = "registry_revision")
class RevisionRow {
    @Id private short id;

    private long revision;

    protected RevisionRow() {}

    long revision() {
        return revision;
    }
}
