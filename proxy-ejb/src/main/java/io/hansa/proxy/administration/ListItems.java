package io.hansa.proxy.administration;

import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.listing.Position;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.ItemFacts;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lists items in pages, from the registry in force: a search in memory takes milliseconds where a
 * database without an index of text reads every row. Labels and times come from the database, for
 * one page.
 */
@Dependent
class ListItems {
    static final String BY_NAME = "name";
    static final String BY_NAME_DOWN = "-name";
    static final String NEWEST = "-changedAt";

    /** What a list can be sorted by, the default first. */
    static final List<String> SORTS = List.of(BY_NAME, BY_NAME_DOWN, NEWEST);

    private static final int CHUNK = 1000;

    private final Registries registries;
    private final SortedItems sorted;
    private final ItemFacts facts;

    @Inject
    ListItems(Registries registries, SortedItems sorted, ItemFacts facts) {
        this.registries = registries;
        this.sorted = sorted;
        this.facts = facts;
    }

    @Transactional(TxType.REQUIRED)
    public <V> Page<Item> page(Items<V> items, ListRequest request) {
        Registry registry = registries.current();
        Predicate<V> wanted = wanted(items, request);
        boolean all = request.text() == null && request.filters().isEmpty();
        List<V> found = new ArrayList<>();
        long total;
        if (request.sort().equals(NEWEST)) {
            newest(items, registry, wanted, request, found);
            total = all ? items.in(registry).size() : count(items.in(registry), wanted);
        } else {
            total = byName(items, registry, all ? null : wanted, request, found);
        }
        return page(items, registry, request, found, total);
    }

    private static <V> Predicate<V> wanted(Items<V> items, ListRequest request) {
        Predicate<V> wanted = value -> request.finds(items.texts(value));
        for (Map.Entry<String, String> filter : request.filters().entrySet()) {
            wanted = items.filters().get(filter.getKey()).apply(filter.getValue()).and(wanted);
        }
        return wanted;
    }

    private static <V> long count(Map<String, V> values, Predicate<V> wanted) {
        long count = 0;
        for (V value : values.values()) {
            if (wanted.test(value)) {
                count++;
            }
        }
        return count;
    }

    /**
     * @param wanted null: all
     * @param found gets the page and one more, if there is one
     */
    private <V> long byName(
            Items<V> items,
            Registry registry,
            Predicate<V> wanted,
            ListRequest request,
            List<V> found) {
        SortedItems.Sorted<V> order = sorted.of(items, items.in(registry));
        SortedItems.Entry<V>[] entries = order.entries();
        boolean down = request.sort().equals(BY_NAME_DOWN);
        Position after = request.after();
        int passed = after == null ? 0 : passed(order, after.value(), down);
        if (wanted == null) {
            int end = Math.min(entries.length, passed + request.limit() + 1);
            for (int at = passed; at < end; at++) {
                found.add(entries[down ? entries.length - 1 - at : at].value());
            }
            return entries.length;
        }
        long total = 0;
        for (int at = 0; at < entries.length; at++) {
            V value = entries[down ? entries.length - 1 - at : at].value();
            if (wanted.test(value)) {
                total++;
                if (at >= passed && found.size() <= request.limit()) {
                    found.add(value);
                }
            }
        }
        return total;
    }

    /** How many entries come before the page, in the order of the list. */
    private static <V> int passed(SortedItems.Sorted<V> order, String name, boolean down) {
        return down ? order.entries().length - order.from(name) : order.behind(name);
    }

    private <V> void newest(
            Items<V> items,
            Registry registry,
            Predicate<V> wanted,
            ListRequest request,
            List<V> found) {
        Map<String, V> values = items.in(registry);
        ItemFact before =
                request.after() == null
                        ? null
                        : ItemFacts.position(request.after().time(), request.after().key());
        while (found.size() <= request.limit()) {
            List<ItemFact> chunk = facts.newest(items.kind().part(), before, CHUNK);
            for (ItemFact fact : chunk) {
                V value = values.get(fact.item());
                if (value != null && wanted.test(value) && found.size() <= request.limit()) {
                    found.add(value);
                }
            }
            if (chunk.size() < CHUNK) {
                return;
            }
            before = chunk.get(chunk.size() - 1);
        }
    }

    private <V> Page<Item> page(
            Items<V> items, Registry registry, ListRequest request, List<V> found, long total) {
        List<V> values = found.subList(0, Math.min(found.size(), request.limit()));
        Map<String, ItemFact> known =
                facts.of(items.kind().part(), values.stream().map(items::key).toList());
        List<Item> page = new ArrayList<>(values.size());
        for (V value : values) {
            String key = items.key(value);
            page.add(ItemForm.item(key, items.listed(value, registry), known.get(key)));
        }
        boolean more = found.size() > values.size();
        return new Page<>(page, total, more ? next(items, request, values, known) : null);
    }

    private static <V> String next(
            Items<V> items, ListRequest request, List<V> values, Map<String, ItemFact> known) {
        V last = values.get(values.size() - 1);
        String key = items.key(last);
        ItemFact fact = known.get(key);
        String value =
                request.sort().equals(NEWEST) && fact != null
                        ? fact.changedAt().toString()
                        : items.name(last);
        return new Position(request.sort(), value, key).text();
    }
}
