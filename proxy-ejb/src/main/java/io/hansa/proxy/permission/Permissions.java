package io.hansa.proxy.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All grants, indexed so that a question costs the same whatever their number. Immutable. */
public final class Permissions {
    private record Key(Subject subject, String capability) {}

    private final Map<Key, List<Permission>> byKey;
    private final Map<String, Permission> byId;
    private final Map<String, List<Permission>> byPeer;

    public Permissions(Collection<Permission> all) {
        // No Map.copyOf: it searches runs of neighbouring hashes, which numbered names have.
        Map<Key, List<Permission>> grants = new HashMap<>();
        Map<String, Permission> ids = new HashMap<>();
        Map<String, List<Permission>> peers = new HashMap<>();
        for (Permission one : all) {
            grants.computeIfAbsent(new Key(one.subject(), one.capability()), k -> new ArrayList<>())
                    .add(one);
            ids.put(one.id(), one);
            if (one.subject().kind() == Subject.Kind.PEER) {
                peers.computeIfAbsent(peer(one.subject()), k -> new ArrayList<>()).add(one);
            }
        }
        grants.replaceAll((key, held) -> List.copyOf(held));
        byKey = Collections.unmodifiableMap(grants);
        byId = Collections.unmodifiableMap(ids);
        peers.replaceAll((peer, held) -> List.copyOf(held));
        byPeer = Collections.unmodifiableMap(peers);
    }

    /** The subject's grants for the capability, valid now or not; empty where it has none. */
    public List<Permission> held(Subject subject, String capability) {
        return byKey.getOrDefault(new Key(subject, capability), List.of());
    }

    /** The grants of a peer and of its accounts ({@code peer:id/account}), valid now or not. */
    public List<Permission> ofPeer(String peer) {
        return byPeer.getOrDefault(peer, List.of());
    }

    /** A proxy's id holds no slash. */
    private static String peer(Subject subject) {
        return subject.name().split("/", 2)[0];
    }

    /** Every grant by its id. */
    public Map<String, Permission> byId() {
        return byId;
    }
}
