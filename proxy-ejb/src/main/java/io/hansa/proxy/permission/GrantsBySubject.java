package io.hansa.proxy.permission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Permissions by their subjects. Built by one thread, then never changed. */
final class GrantsBySubject {
    static final GrantsBySubject NONE = new GrantsBySubject();

    private Map<String, List<Permission>> accounts = Map.of();
    private Map<String, List<Permission>> groups = Map.of();
    private Map<String, List<Permission>> peers = Map.of();

    /** Those of the subject, by id; empty where there are none. */
    List<Permission> of(Subject.Kind kind, String name) {
        return held(kind).getOrDefault(name, List.of());
    }

    void add(Permission permission) {
        Subject subject = permission.subject();
        Map<String, List<Permission>> held = held(subject.kind());
        if (held.isEmpty()) {
            // A HashMap: Map.of searches runs of neighbouring hashes, which numbered names have.
            held = new HashMap<>();
            switch (subject.kind()) {
                case ACCOUNT -> accounts = held;
                case GROUP -> groups = held;
                case PEER -> peers = held;
            }
        }
        held.computeIfAbsent(subject.name(), name -> new ArrayList<>(1)).add(permission);
    }

    /** No more are added. All nodes have them in the same order. */
    void complete() {
        for (Subject.Kind kind : Subject.Kind.values()) {
            Map<String, List<Permission>> held = held(kind);
            if (!held.isEmpty()) {
                held.replaceAll((name, unsorted) -> sorted(unsorted));
            }
        }
    }

    private static List<Permission> sorted(List<Permission> unsorted) {
        unsorted.sort(Comparator.comparing(Permission::id));
        return List.copyOf(unsorted);
    }

    private Map<String, List<Permission>> held(Subject.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> accounts;
            case GROUP -> groups;
            case PEER -> peers;
        };
    }
}
