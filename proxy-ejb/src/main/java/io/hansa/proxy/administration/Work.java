package io.hansa.proxy.administration;

import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one transaction has changed so far. For one thread. */
final class Work {
    /** What equal permissions have in common at least. */
    private record Grant(Subject subject, String capability) {
        static Grant of(Permission permission) {
            return new Grant(permission.subject(), permission.capability());
        }
    }

    private final long revision;
    private final Registry before;
    private final WriteOptions options;
    private final List<Written> items = new ArrayList<>();
    private final Map<Target, Changed> changes = new LinkedHashMap<>();
    private final Set<Target> cascading = new HashSet<>();
    private final List<Consequence> notes = new ArrayList<>();
    private Map<Grant, List<Permission>> granted;
    private int held;

    Work(long revision, Registry before, WriteOptions options) {
        this.revision = revision;
        this.before = before;
        this.options = options;
    }

    long revision() {
        return revision;
    }

    Registry before() {
        return before;
    }

    WriteOptions options() {
        return options;
    }

    void wrote(Written written) {
        items.add(written);
    }

    void changed(Changed change) {
        held++;
        changes.merge(
                new Target(change.kind(), change.key()),
                change,
                (first, last) ->
                        new Changed(change.kind(), change.key(), first.before(), last.after()));
    }

    /** How often something was written since the entities were let go. */
    int held() {
        return held;
    }

    void released() {
        held = 0;
    }

    List<Changed> changes() {
        return List.copyOf(changes.values());
    }

    /** What names the item goes with it. */
    void cascade(Target target) {
        cascading.add(target);
    }

    boolean cascades(Target target) {
        return cascading.contains(target);
    }

    /** Something that the administrator should know. */
    void note(Consequence consequence) {
        notes.add(consequence);
    }

    List<Consequence> notes() {
        return notes;
    }

    /**
     * The permissions of the same subject for the same capability: those before this work, and
     * those that it granted.
     */
    List<Permission> granted(Permission like) {
        if (granted == null) {
            granted = new HashMap<>();
            before.permissions().byId().values().forEach(this::grant);
        }
        return granted.getOrDefault(Grant.of(like), List.of());
    }

    void grant(Permission permission) {
        if (granted != null) {
            granted.computeIfAbsent(Grant.of(permission), none -> new ArrayList<>(1))
                    .add(permission);
        }
    }

    Outcome outcome(Registry after, List<Consequence> consequences) {
        return new Outcome(after.revision(), after, items, changes(), consequences);
    }
}
