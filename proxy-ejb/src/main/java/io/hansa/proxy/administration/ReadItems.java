package io.hansa.proxy.administration;

import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.ItemFacts;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Map;

/**
 * Reads single items from the database, so that an administrator sees the latest changes. The
 * registry in force may be older.
 */
@Dependent
class ReadItems {
    private final ItemFacts facts;
    private final Registries registries;

    @Inject
    ReadItems(ItemFacts facts, Registries registries) {
        this.facts = facts;
        this.registries = registries;
    }

    /**
     * @throws io.hansa.proxy.failure.Failure NOT_FOUND
     */
    @Transactional(TxType.REQUIRED)
    public <V> Item one(Items<V> items, String key) {
        Kind kind = items.kind();
        V value = items.find(key).orElseThrow(new Target(kind, key)::absent);
        return ItemForm.item(
                key,
                items.shown(value, registries.current()),
                facts.find(kind.part(), key).orElse(null));
    }

    /** The facts of these items, by item; at most a page of them. */
    @Transactional(TxType.REQUIRED)
    public Map<String, ItemFact> facts(Kind kind, Collection<String> keys) {
        return facts.of(kind.part(), keys);
    }

    /** The facts of the kind's items that have labels. */
    @Transactional(TxType.REQUIRED)
    public Collection<ItemFact> labelled(Kind kind) {
        return facts.labelled(kind.part()).values();
    }
}
