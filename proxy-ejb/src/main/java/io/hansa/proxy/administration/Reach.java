package io.hansa.proxy.administration;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.capability.CapabilityPattern;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which accounts and peers may use which capabilities more, or no more, after a change. */
final class Reach {
    /** More pairs of a subject and a capability are not looked at: a change must end. */
    private static final int MAX_PAIRS = 200_000;

    private final Authorization authorization;
    private final Registry before;
    private final Registry after;
    private final Instant now;
    private final Map<Subject, Set<String>> affected = new LinkedHashMap<>();
    private Map<String, Set<String>> members;
    private Map<Subject, List<Permission>> bySubject;
    private int pairs;

    Reach(ProxyIdentity own, Registry before, Registry after, Instant now) {
        // Quotas count as unused: a used-up quota is no consequence of a change.
        this.authorization = new Authorization(own, new Quotas());
        this.before = before;
        this.after = after;
        this.now = now;
    }

    List<Consequence> of(List<Changed> changes) {
        for (Changed change : changes) {
            if (pairs >= MAX_PAIRS) {
                break;
            }
            collect(change);
        }
        Map<String, List<String>> gained = new TreeMap<>();
        Map<String, List<String>> lost = new TreeMap<>();
        affected.forEach(
                (subject, capabilities) -> {
                    for (String capability : capabilities) {
                        boolean was = may(before, subject, capability);
                        boolean is = may(after, subject, capability);
                        if (was != is) {
                            (is ? gained : lost)
                                    .computeIfAbsent(capability, none -> new ArrayList<>())
                                    .add(subject.toString());
                        }
                    }
                });
        List<Consequence> all = new ArrayList<>();
        gained.forEach(
                (name, who) ->
                        all.add(
                                Consequence.info(
                                        "capability-gained", text(who, "gain", name), who)));
        lost.forEach(
                (name, who) ->
                        all.add(
                                Consequence.warning(
                                        "capability-lost", text(who, "lose", name), who)));
        if (pairs >= MAX_PAIRS) {
            all.add(
                    Consequence.warning(
                            "not-examined",
                            "The change concerns more than %d pairs of account and capability; the others were not looked at."
                                    .formatted(MAX_PAIRS),
                            List.of()));
        }
        return all;
    }

    private static String text(List<String> who, String verb, String capability) {
        return who.size() == 1
                ? "%s %ss %s.".formatted(who.get(0), verb, capability)
                : "%d accounts and peers %s %s.".formatted(who.size(), verb, capability);
    }

    private void collect(Changed change) {
        switch (change.kind()) {
            case PERMISSION -> {
                if (change.before() != null) {
                    collect(before.permissions().byId().get(change.key()));
                }
                if (change.after() != null) {
                    collect(after.permissions().byId().get(change.key()));
                }
            }
            case ACCOUNT -> collect(Subject.account(change.key()), ofAccount(change.key()));
            case PEER -> collect(Subject.peer(change.key()), ofPeer(change.key()));
            default -> {
                // Other kinds decide nothing about who may use what.
            }
        }
    }

    private void collect(Permission permission) {
        Set<String> capabilities = new TreeSet<>(known(before, permission));
        capabilities.addAll(known(after, permission));
        Subject subject = permission.subject();
        if (subject.kind() == Subject.Kind.GROUP) {
            for (String member : members().getOrDefault(subject.name(), Set.of())) {
                collect(Subject.account(member), capabilities);
            }
        } else {
            collect(subject, capabilities);
        }
    }

    /** The accounts that each group has before or after; found once. */
    private Map<String, Set<String>> members() {
        if (members == null) {
            members = new HashMap<>();
            for (Registry registry : List.of(before, after)) {
                for (Account account : registry.accounts().values()) {
                    for (String group : account.groups()) {
                        members.computeIfAbsent(group, none -> new TreeSet<>()).add(account.name());
                    }
                }
            }
        }
        return members;
    }

    private void collect(Subject subject, Set<String> capabilities) {
        if (pairs < MAX_PAIRS) {
            pairs += capabilities.size();
            affected.computeIfAbsent(subject, none -> new TreeSet<>()).addAll(capabilities);
        }
    }

    private Set<String> ofAccount(String name) {
        Set<Subject> subjects = new HashSet<>();
        for (Registry registry : List.of(before, after)) {
            Account account = registry.accounts().get(name);
            if (account != null) {
                subjects.add(Subject.account(name));
                account.groups().forEach(group -> subjects.add(Subject.group(group)));
            }
        }
        return granted(subjects);
    }

    private Set<String> ofPeer(String id) {
        return granted(Set.of(Subject.peer(id)));
    }

    private Set<String> granted(Set<Subject> subjects) {
        if (bySubject == null) {
            bySubject = new HashMap<>();
            for (Registry registry : List.of(before, after)) {
                for (Permission permission : registry.permissions().byId().values()) {
                    bySubject
                            .computeIfAbsent(permission.subject(), none -> new ArrayList<>(1))
                            .add(permission);
                }
            }
        }
        Set<String> capabilities = new TreeSet<>();
        for (Subject subject : subjects) {
            for (Permission permission : bySubject.getOrDefault(subject, List.of())) {
                capabilities.addAll(known(before, permission));
                capabilities.addAll(known(after, permission));
            }
        }
        return capabilities;
    }

    private boolean may(Registry registry, Subject subject, String capability) {
        if (subject.kind() == Subject.Kind.ACCOUNT) {
            Account account = registry.accounts().get(subject.name());
            return account != null
                    && account.enabled()
                    && authorization
                            .decide(registry, Caller.of(account), capability, now)
                            .allowed();
        }
        Peer peer = registry.peers().get(subject.proxy());
        return peer != null
                && peer.enabled()
                && authorization.decide(registry, subject, capability, now).allowed();
    }

    /** The known capabilities that a permission covers, and the one that it names. */
    static Set<String> known(Registry registry, Permission permission) {
        CapabilityPattern pattern = permission.rule().capability();
        if (pattern.exact()) {
            return Set.of(pattern.text());
        }
        Set<String> names = new TreeSet<>();
        registry.capabilities().keySet().stream().filter(pattern::matches).forEach(names::add);
        registry.serversByCapability().keySet().stream()
                .filter(pattern::matches)
                .forEach(names::add);
        return names;
    }

    /** Those of the capabilities that some permission grants now. */
    static Set<String> granted(Registry registry, Collection<String> capabilities) {
        Set<String> open = new TreeSet<>(capabilities);
        Set<String> granted = new TreeSet<>();
        for (Permission permission : registry.permissions().byId().values()) {
            CapabilityPattern pattern = permission.rule().capability();
            if (!permission.rule().allows() || permission.rule().action() != Rule.Action.CALL) {
                continue;
            }
            if (!pattern.exact()) {
                open.stream().filter(pattern::matches).forEach(granted::add);
            } else if (open.contains(pattern.text())) {
                granted.add(pattern.text());
            }
        }
        return granted;
    }
}
