package io.hansa.proxy.administration;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What follows from changes: who may use what, what is left without a server or a grant, and which
 * names do not exist. Compares the registry before with the registry after, by the code that
 * decides about requests.
 */
@Dependent
class Consequences {
    private static final String CAPABILITIES = "capabilities";
    private static final String PASSWORD_SET = "passwordSet";
    private static final int MAX_TOLD = 5;

    private final ProxyIdentity own;
    private final Supplier<Collection<String>> offeredByPeers;
    private final Clock clock;

    @Inject
    Consequences(ProxyIdentity own, Peers peers, Clock clock) {
        this(own, () -> peers.offered().stream().map(OfferedCapability::name).toList(), clock);
    }

    /**
     * @param offeredByPeers names of capabilities
     */
    Consequences(ProxyIdentity own, Supplier<Collection<String>> offeredByPeers, Clock clock) {
        this.own = own;
        this.offeredByPeers = offeredByPeers;
        this.clock = clock;
    }

    /**
     * @param after the registry with all changes of the work
     */
    List<Consequence> of(Work work, Registry after) {
        List<Consequence> all = new ArrayList<>(work.notes());
        Registry before = work.before();
        List<Changed> changes = work.changes();
        all.addAll(new Reach(own, before, after, clock.instant()).of(changes));
        withoutServer(before, after, changes, all);
        withoutGrant(before, after, changes, all);
        limitsLifted(before, changes, all);
        unknownNames(new DanglingNames(after, offeredByPeers.get()), after, changes, all);
        withoutPassword(changes, all);
        return all;
    }

    private static void withoutServer(
            Registry before, Registry after, List<Changed> changes, List<Consequence> all) {
        Set<String> names = new TreeSet<>();
        for (Changed change : changes) {
            if (change.kind() == Kind.SERVER) {
                names.addAll(texts(change.before(), CAPABILITIES));
            }
        }
        names.removeIf(
                name -> before.serversFor(name).isEmpty() || !after.serversFor(name).isEmpty());
        for (String name : names) {
            all.add(
                    Consequence.warning(
                            "capability-without-server",
                            "No business server of this proxy offers %s any more.".formatted(name),
                            List.of(name)));
        }
    }

    private static void withoutGrant(
            Registry before, Registry after, List<Changed> changes, List<Consequence> all) {
        Set<String> names = new TreeSet<>();
        for (Changed change : changes) {
            if (change.kind() == Kind.PERMISSION && change.before() != null) {
                Permission was = before.permissions().byId().get(change.key());
                names.addAll(Reach.known(before, was));
            }
        }
        Set<String> grantedBefore = Reach.granted(before, names);
        names.retainAll(grantedBefore);
        names.removeAll(Reach.granted(after, names));
        for (String name : names) {
            all.add(
                    Consequence.warning(
                            "capability-without-grant",
                            "No account may call %s any more: no permission grants it."
                                    .formatted(name),
                            List.of(name)));
        }
    }

    private static void limitsLifted(
            Registry before, List<Changed> changes, List<Consequence> all) {
        for (Changed change : changes) {
            if (change.kind() == Kind.CAPABILITY && change.after() == null) {
                Capability was = before.capability(change.key());
                Capability now = Capability.undescribed(change.key());
                if (was.rateLimit() != null || was.priority() != now.priority()) {
                    all.add(
                            Consequence.warning(
                                    "limits-lifted",
                                    "Requests for %s have no rate limit and the priority %s from now on."
                                            .formatted(change.key(), now.priority()),
                                    List.of(change.key())));
                }
            }
        }
    }

    private static void unknownNames(
            DanglingNames dangling, Registry after, List<Changed> changes, List<Consequence> all) {
        Set<String> unknown = new LinkedHashSet<>();
        for (Changed change : changes) {
            if (change.after() == null) {
                continue;
            }
            if (change.kind() == Kind.PERMISSION) {
                dangling.in(after.permissions().byId().get(change.key()))
                        .forEach(name -> unknown.add(name.name()));
            } else if (change.kind() == Kind.ACCOUNT) {
                texts(change.after(), "groups").stream()
                        .filter(group -> !after.groups().containsKey(group))
                        .forEach(group -> unknown.add("group:" + group));
            }
        }
        if (!unknown.isEmpty()) {
            List<String> names = List.copyOf(unknown);
            String few = String.join(", ", names.subList(0, Math.min(MAX_TOLD, names.size())));
            all.add(
                    Consequence.warning(
                            "name-unknown",
                            "Named but not there: %s%s; create it, or correct the name."
                                    .formatted(few, names.size() > MAX_TOLD ? ", …" : ""),
                            names));
        }
    }

    private static void withoutPassword(List<Changed> changes, List<Consequence> all) {
        List<String> names = new ArrayList<>();
        for (Changed change : changes) {
            if (change.kind() == Kind.ACCOUNT
                    && change.before() == null
                    && change.after() != null
                    && !change.after().getBoolean(PASSWORD_SET, false)) {
                names.add(change.key());
            }
        }
        if (!names.isEmpty()) {
            all.add(
                    Consequence.warning(
                            "account-without-password",
                            "%d new accounts have no password and cannot sign in with one; set it with PATCH."
                                    .formatted(names.size()),
                            names));
        }
    }

    private static List<String> texts(JsonObject json, String member) {
        if (json == null || json.get(member) == null || json.isNull(member)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue value : json.getJsonArray(member)) {
            texts.add(((JsonString) value).getString());
        }
        return texts;
    }
}
