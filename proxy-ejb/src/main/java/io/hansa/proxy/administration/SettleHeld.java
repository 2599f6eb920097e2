package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.registry.HeldRevision;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.RegistryLoader;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Makes the decision about a held revision in one transaction. It is noted with the new revision,
 * by which every node learns of it, also one that was away.
 */
@Dependent
class SettleHeld {
    private final Revisions revisions;
    private final Registries registries;
    private final RegistryLoader loader;
    private final Writing writing;
    private final ItemsOfKinds kinds;
    private final AuditTrail audit;

    @Inject
    SettleHeld(
            Revisions revisions,
            Registries registries,
            RegistryLoader loader,
            Writing writing,
            ItemsOfKinds kinds,
            AuditTrail audit) {
        this.revisions = revisions;
        this.registries = registries;
        this.loader = loader;
        this.writing = writing;
        this.kinds = kinds;
        this.audit = audit;
    }

    /**
     * @throws Outcome.RolledBack with the outcome, if this is a dry run
     * @throws Failure NOT_FOUND if nothing is held, CHANGE_CONFLICT if it was decided already
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Outcome accept(WriteOptions options) {
        HeldRevision held = held();
        long revision = begin(held);
        Registry stored = loader.at(Registry.EMPTY, revision);
        List<Changed> changes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            addDifferences(kinds.of(kind), registries.current(), stored, changes);
        }
        return end(
                held,
                "accept",
                new Outcome(revision, stored, List.of(), changes, List.of()),
                options);
    }

    /** As {@link #accept}. */
    @Transactional(TxType.REQUIRES_NEW)
    public Outcome reject(WriteOptions options) {
        HeldRevision held = held();
        long revision = begin(held);
        Registry good = registries.current();
        Work work = new Work(revision, loader.at(Registry.EMPTY, revision), options);
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        order.forEach(kind -> writeBack(kinds.of(kind), good, work));
        Collections.reverse(order);
        order.forEach(kind -> removeOthers(kinds.of(kind), good, work));
        return end(
                held,
                "reject",
                new Outcome(revision, good, List.of(), work.changes(), List.of()),
                options);
    }

    private HeldRevision held() {
        return registries
                .held()
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "No revision of the registry is held; there is nothing to decide."));
    }

    /** The new revision is newer than any that a node may have had in force. */
    private long begin(HeldRevision held) {
        long revision = revisions.nextAfter(held.good());
        if (revisions.decidedAfter(registries.current().revision())) {
            throw Failure.of(
                    ErrorCode.CHANGE_CONFLICT,
                    "Another administrator decided just now; read the registry again.");
        }
        return revision;
    }

    private Outcome end(HeldRevision held, String decision, Outcome outcome, WriteOptions options) {
        revisions.decided(outcome.revision(), decision);
        JsonObject decided =
                JSON.createObjectBuilder()
                        .add("decision", decision)
                        .add("revision", outcome.revision())
                        .add("changes", outcome.changes().size())
                        .build();
        audit.decided(
                options.by(), HeldJson.print(held, DatabaseClock.now()), decided, options.reason());
        if (options.dryRun()) {
            throw new Outcome.RolledBack(outcome);
        }
        return outcome;
    }

    private static <V> void addDifferences(
            Items<V> items, Registry good, Registry stored, List<Changed> changes) {
        Map<String, V> had = items.in(good);
        Map<String, V> has = items.in(stored);
        had.forEach(
                (key, value) -> {
                    V now = has.get(key);
                    if (now == null || !items.same(value, now)) {
                        changes.add(
                                new Changed(
                                        items.kind(),
                                        key,
                                        items.print(value),
                                        now == null ? null : items.print(now)));
                    }
                });
        has.forEach(
                (key, value) -> {
                    if (!had.containsKey(key)) {
                        changes.add(new Changed(items.kind(), key, null, items.print(value)));
                    }
                });
    }

    private <V> void writeBack(Items<V> items, Registry good, Work work) {
        Map<String, V> stored = items.in(work.before());
        items.in(good)
                .forEach(
                        (key, value) -> {
                            V now = stored.get(key);
                            if ((now == null || !items.same(value, now)) && !isOfNode(value)) {
                                writing.write(
                                        new Change.Put<>(
                                                items,
                                                key,
                                                before -> value,
                                                null,
                                                null,
                                                Precondition.NONE),
                                        work);
                            }
                        });
    }

    /** An override of a node needs that the node runs; it is set again where it matters. */
    private static boolean isOfNode(Object value) {
        return value instanceof OperatingOverride set && set.ofNode();
    }

    private <V> void removeOthers(Items<V> items, Registry good, Work work) {
        Map<String, V> had = items.in(good);
        items.in(work.before())
                .keySet()
                .forEach(
                        key -> {
                            if (!had.containsKey(key) && items.find(key).isPresent()) {
                                writing.write(
                                        new Change.Remove<>(items, key, false, Precondition.NONE),
                                        work);
                            }
                        });
    }
}
