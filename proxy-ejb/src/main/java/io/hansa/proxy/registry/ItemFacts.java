package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labels and last change of every item in the database, within the caller's transaction. {@link
 * Revisions#note} keeps the last change; administration keeps the labels.
 */
@Dependent
public class ItemFacts {
    /** By every column of an index: H2 sorts all items of the part where one is left out. */
    private static final String ORDER = " order by f.part, f.changedAt desc, f.item";

    private static final String NEWEST = "select f from ItemFact f where f.part = ?1" + ORDER;

    /** The first condition on the time is for the index, which does not see into the second. */
    private static final String OLDER =
            """
            select f from ItemFact f where f.part = ?1 and f.changedAt <= ?2
            and (f.changedAt < ?2 or f.item > ?3)"""
                    + ORDER;

    private final EntityManager entityManager;

    @Inject
    public ItemFacts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Optional<ItemFact> find(Part part, String item) {
        return Optional.ofNullable(row(part, item)).map(ItemFactRow::value);
    }

    /** The facts of these items, by item; at most a page of them. */
    public Map<String, ItemFact> of(Part part, Collection<String> items) {
        Map<String, ItemFact> facts = new HashMap<>();
        if (!items.isEmpty()) {
            entityManager
                    .createQuery(
                            "select f from ItemFact f where f.part = ?1 and f.item in ?2",
                            ItemFactRow.class)
                    .setParameter(1, part)
                    .setParameter(2, items)
                    .getResultStream()
                    .map(ItemFactRow::value)
                    .forEach(fact -> facts.put(fact.item(), fact));
        }
        return facts;
    }

    /** The facts of all items of the part that have labels, by item. */
    public Map<String, ItemFact> labelled(Part part) {
        Map<String, ItemFact> facts = new HashMap<>();
        entityManager
                .createQuery(
                        "select f from ItemFact f where f.part = ?1 and f.labels is not null",
                        ItemFactRow.class)
                .setParameter(1, part)
                .getResultStream()
                .map(ItemFactRow::value)
                .forEach(fact -> facts.put(fact.item(), fact));
        return facts;
    }

    /**
     * The items that were changed last, newest first.
     *
     * @param before null: from the newest; else those that come after it
     */
    public List<ItemFact> newest(Part part, ItemFact before, int limit) {
        var query =
                entityManager
                        .createQuery(before == null ? NEWEST : OLDER, ItemFactRow.class)
                        .setParameter(1, part)
                        .setMaxResults(limit);
        if (before != null) {
            query.setParameter(2, before.changedAt()).setParameter(3, before.item());
        }
        return query.getResultStream().map(ItemFactRow::value).toList();
    }

    /** A position in {@link #newest}: just behind that item. */
    public static ItemFact position(Instant changedAt, String item) {
        return new ItemFact(item, Map.of(), changedAt, 0);
    }

    /** Replaces the item's labels; the item's change is noted before. */
    public void label(Part part, String item, Map<String, String> labels) {
        row(part, item).label(LabelsJson.store(labels));
    }

    /** Writes all entities of the transaction and lets them go, so that many changes stay fast. */
    public void release() {
        entityManager.flush();
        entityManager.clear();
    }

    void changed(Part part, String item, long revision) {
        ItemFactRow row = row(part, item);
        if (row == null) {
            row = new ItemFactRow(part, item);
            row.changed(revision);
            entityManager.persist(row);
        } else {
            row.changed(revision);
        }
    }

    void removed(Part part, String item) {
        ItemFactRow row = row(part, item);
        if (row != null) {
            entityManager.remove(row);
        }
    }

    private ItemFactRow row(Part part, String item) {
        return entityManager.find(ItemFactRow.class, new ItemFactRow.Key(part, item));
    }
}
