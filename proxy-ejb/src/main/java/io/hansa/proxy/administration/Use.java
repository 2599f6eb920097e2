package io.hansa.proxy.administration;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.Registry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One item names another.
 *
 * @param by the item that names
 * @param used the item that is named
 */
record Use(Target by, Target used) {
    /** All that names one of the targets, found in one pass over the registry. */
    static List<Use> of(Registry registry, Collection<Target> targets) {
        Set<Target> wanted = Set.copyOf(targets);
        List<Use> uses = new ArrayList<>();
        for (Permission permission : registry.permissions().byId().values()) {
            Target by = new Target(Kind.PERMISSION, permission.id());
            for (Target named : named(permission)) {
                if (wanted.contains(named)) {
                    uses.add(new Use(by, named));
                    break;
                }
            }
        }
        for (Account account : registry.accounts().values()) {
            for (String group : account.groups()) {
                add(uses, Kind.ACCOUNT, account.name(), new Target(Kind.GROUP, group), wanted);
            }
        }
        for (BusinessServer server : registry.servers().values()) {
            for (String capability : server.capabilities()) {
                add(
                        uses,
                        Kind.SERVER,
                        server.id(),
                        new Target(Kind.CAPABILITY, capability),
                        wanted);
            }
        }
        return uses;
    }

    private static void add(
            List<Use> uses, Kind kind, String key, Target named, Set<Target> wanted) {
        if (wanted.contains(named)) {
            uses.add(new Use(new Target(kind, key), named));
        }
    }

    /** The items that a permission names. A pattern names no capability. */
    static List<Target> named(Permission permission) {
        List<Target> named = new ArrayList<>(3);
        Subject subject = permission.subject();
        named.add(
                switch (subject.kind()) {
                    case ACCOUNT -> new Target(Kind.ACCOUNT, subject.name());
                    case GROUP -> new Target(Kind.GROUP, subject.name());
                    case PEER -> new Target(Kind.PEER, subject.proxy());
                });
        named.add(new Target(Kind.CAPABILITY, permission.capability()));
        if (permission.server() != null) {
            named.add(new Target(Kind.SERVER, permission.server()));
        }
        return named;
    }
}
