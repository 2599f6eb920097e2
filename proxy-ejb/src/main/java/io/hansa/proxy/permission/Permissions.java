package io.hansa.proxy.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All permissions, indexed so that a question costs the same with any number of them: those that
 * name one capability by that and their subject, those with a pattern by their subject. Immutable.
 */
public final class Permissions {
    private final Map<String, Permission> byId;
    private final Map<String, GrantsBySubject> byCapability;
    private final GrantsBySubject patterns = new GrantsBySubject();
    private final Map<String, List<Permission>> byPeer;

    public Permissions(Collection<Permission> all) {
        // No Map.copyOf: it searches runs of neighbouring hashes, which numbered names have.
        Map<String, Permission> ids = new HashMap<>();
        Map<String, GrantsBySubject> named = new HashMap<>();
        Map<String, List<Permission>> peers = new HashMap<>();
        for (Permission one : all) {
            ids.put(one.id(), one);
            if (one.rule().action() == Rule.Action.CALL) {
                place(one, named).add(one);
            }
            if (one.subject().kind() == Subject.Kind.PEER) {
                peers.computeIfAbsent(one.subject().proxy(), k -> new ArrayList<>()).add(one);
            }
        }
        patterns.complete();
        named.values().forEach(GrantsBySubject::complete);
        peers.replaceAll((peer, held) -> List.copyOf(held));
        byId = Collections.unmodifiableMap(ids);
        byCapability = Collections.unmodifiableMap(named);
        byPeer = Collections.unmodifiableMap(peers);
    }

    private GrantsBySubject place(Permission one, Map<String, GrantsBySubject> named) {
        return one.rule().capability().exact()
                ? named.computeIfAbsent(
                        one.rule().capability().text(), name -> new GrantsBySubject())
                : patterns;
    }

    /** Those that name the capability and are about calls. */
    GrantsBySubject naming(String capability) {
        return byCapability.getOrDefault(capability, GrantsBySubject.NONE);
    }

    /** Those that have a pattern and are about calls. */
    GrantsBySubject patterns() {
        return patterns;
    }

    /** The subject's permissions about calls of the capability, valid now or not. */
    public List<Permission> held(Subject subject, String capability) {
        List<Permission> held =
                new ArrayList<>(naming(capability).of(subject.kind(), subject.name()));
        for (Permission pattern : patterns.of(subject.kind(), subject.name())) {
            if (pattern.rule().capability().matches(capability)) {
                held.add(pattern);
            }
        }
        return held;
    }

    /** The permissions of a peer and of its accounts ({@code peer:id/account}), valid or not. */
    public List<Permission> ofPeer(String peer) {
        return byPeer.getOrDefault(peer, List.of());
    }

    /** Every permission by its id. */
    public Map<String, Permission> byId() {
        return byId;
    }
}
