package io.hansa.proxy.permission;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All grants, indexed so that a question costs the same whatever their number. Immutable. */
public final class Permissions {
    private record Key(Subject subject, String capability) {}

    private final Map<Key, List<Permission>> byKey;
    private final Map<String, Permission> byId;

    public Permissions(Collection<Permission> all) {
        byKey =
                Map.copyOf(
                        all.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                p -> new Key(p.subject(), p.capability()),
                                                HashMap::new,
                                                Collectors.toUnmodifiableList())));
        byId = all.stream().collect(Collectors.toUnmodifiableMap(Permission::id, p -> p));
    }

    /** The subject's grants for the capability, valid now or not; empty where it has none. */
    public List<Permission> held(Subject subject, String capability) {
        return byKey.getOrDefault(new Key(subject, capability), List.of());
    }

    /** Every grant by its id. */
    public Map<String, Permission> byId() {
        return byId;
    }
}
