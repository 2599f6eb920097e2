package io.hansa.proxy.registry;

import io.hansa.proxy.configuration.DatabaseClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The database row of an item's facts. Only {@link ItemFacts} uses it. */
@Entity(name = "ItemFact")
@Table(name = "registry_item")
@IdClass(ItemFactRow.Key.class)
class ItemFactRow {
    /** The kind and the item's name or id. */
    record Key(Part part, String item) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    private Part part;

    @Id private String item;

    private String labels;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_revision")
    private long changedRevision;

    protected ItemFactRow() {}

    ItemFactRow(Part part, String item) {
        this.part = part;
        this.item = item;
    }

    void changed(long revision) {
        changedRevision = revision;
        changedAt = DatabaseClock.now().truncatedTo(ChronoUnit.MICROS);
    }

    void label(String json) {
        labels = json;
    }

    ItemFact value() {
        return new ItemFact(item, LabelsJson.read(labels), changedAt, changedRevision);
    }
}
