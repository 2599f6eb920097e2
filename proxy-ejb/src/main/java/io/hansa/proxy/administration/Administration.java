package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.registry.RegistryCondition;
import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and changes the registry for administrators. When a method returns, its change is stored
 * and in force on this node. Other nodes follow within a second. Every refusal is a {@link
 * Failure}. Safe for many threads.
 */
@Dependent
public class Administration {
    private static final int PATCH_ATTEMPTS = 5;

    private final ItemsOfKinds kinds;
    private final ReadItems read;
    private final ListItems list;
    private final ChangeItems change;
    private final RegistryRefresh refresh;
    private final RegistryCondition condition;

    @Inject
    Administration(
            ItemsOfKinds kinds,
            ReadItems read,
            ListItems list,
            ChangeItems change,
            RegistryRefresh refresh,
            RegistryCondition condition) {
        this.kinds = kinds;
        this.read = read;
        this.list = list;
        this.change = change;
        this.refresh = refresh;
        this.condition = condition;
    }

    /**
     * One page of the kind's items.
     *
     * @param parameters of the query; their names were checked before
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Page<Item> list(Kind kind, Map<String, String> parameters) {
        return list.page(kinds.of(kind), ListRequest.parse(parameters, ListItems.SORTS));
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public Item get(Kind kind, String key) {
        return read.one(kinds.of(kind), key);
    }

    /** Creates or replaces an item. */
    @Transactional(TxType.NOT_SUPPORTED)
    public WriteResult put(
            Kind kind,
            String key,
            JsonObject json,
            Precondition precondition,
            WriteOptions options) {
        return one(Puts.of(kinds.of(kind), key, json, precondition), options);
    }

    /**
     * Changes members of an item. (RFC 7396)
     *
     * @param merge the members to change; null removes one
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public WriteResult patch(
            Kind kind,
            String key,
            JsonObject merge,
            Precondition precondition,
            WriteOptions options) {
        for (int attempt = 1; ; attempt++) {
            Item current = get(kind, key);
            precondition.check(Optional.of(current));
            Precondition unchanged = Precondition.tagged(Set.of(current.tag()));
            try {
                return one(Puts.merged(kinds.of(kind), current, merge, unchanged), options);
            } catch (Failure refused) {
                if (refused.code() != ErrorCode.CHANGE_CONFLICT
                        || attempt == PATCH_ATTEMPTS
                        || get(kind, key).tag().equals(current.tag())) {
                    throw refused;
                }
            }
        }
    }

    /**
     * @param cascade whether what names the item goes with it; else it is refused as in use
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public WriteResult remove(
            Kind kind,
            String key,
            boolean cascade,
            Precondition precondition,
            WriteOptions options) {
        return one(new Change.Remove<>(kinds.of(kind), key, cascade, precondition), options);
    }

    /** Grants a permission. Returns the existing permission if the same one was granted before. */
    @Transactional(TxType.NOT_SUPPORTED)
    public WriteResult grant(JsonObject json, WriteOptions options) {
        return one(Puts.of(kinds.of(Kind.PERMISSION), null, json, Precondition.NONE), options);
    }

    private WriteResult one(Change wanted, WriteOptions options) {
        return new WriteResult(make(List.of(wanted), options));
    }

    /** Makes all changes or none, and puts them in force on this node. */
    Outcome make(List<Change> changes, WriteOptions options) {
        condition.requireAnswers();
        try {
            Outcome outcome = change.make(changes, options);
            refresh.offer(outcome.registry());
            return outcome;
        } catch (Outcome.RolledBack rolledBack) {
            return rolledBack.outcome();
        } catch (RuntimeException failed) {
            condition.changeFailed(failed);
            throw failed;
        }
    }
}
