package io.hansa.proxy.registry;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Group;
import io.hansa.proxy.account.Groups;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Permissions;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.registration.BusinessServer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the registry from the database: what was changed since a revision that is known, or all of
 * it.
 */
@Dependent
public class RegistryLoader {
    private final Revisions revisions;
    private final Accounts accounts;
    private final Groups groups;
    private final StoredPermissions permissions;
    private final CapabilityDescriptions capabilities;
    private final KnownTargets targets;

    @Inject
    RegistryLoader(
            Revisions revisions,
            Accounts accounts,
            Groups groups,
            StoredPermissions permissions,
            CapabilityDescriptions capabilities,
            KnownTargets targets) {
        this.revisions = revisions;
        this.accounts = accounts;
        this.groups = groups;
        this.permissions = permissions;
        this.capabilities = capabilities;
        this.targets = targets;
    }

    /** One query on one row: cheap enough to ask twice a second. */
    @Transactional(TxType.REQUIRED)
    public long revision() {
        return revisions.current();
    }

    /**
     * The registry at one revision, or empty where a change was committed while it was read.
     *
     * @param before that in force; {@link Registry#EMPTY} for none
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Registry> load(Registry before) {
        Registry registry = read(before, revisions.current());
        return Optional.of(registry).filter(read -> read.revision() == revisions.current());
    }

    /** The registry at one revision; changes wait until it is read. */
    @Transactional(TxType.REQUIRES_NEW)
    public Registry loadUndisturbed(Registry before) {
        return read(before, revisions.hold());
    }

    /**
     * The registry as the caller's transaction sees it at a revision.
     *
     * @param before at an earlier revision, or {@link Registry#EMPTY}
     */
    @Transactional(TxType.MANDATORY)
    public Registry at(Registry before, long revision) {
        return read(before, revision);
    }

    /**
     * The registry with what this proxy itself changed since, item by item, and without what was
     * lost.
     *
     * @param revision of the database
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Registry noted(Registry before, long revision) {
        return follow(before, revisions.noted(before.revision(), revision), revision);
    }

    /** Whether an administrator decided about a held revision after that one. */
    @Transactional(TxType.REQUIRED)
    public boolean decidedAfter(long revision) {
        return revisions.decidedAfter(revision);
    }

    /** What the database's clock says. */
    @Transactional(TxType.REQUIRES_NEW)
    public Instant time() {
        return revisions.time();
    }

    /** How many items of each part the database has. */
    @Transactional(TxType.REQUIRED)
    public Map<Part, Long> counts() {
        return revisions.counts();
    }

    private Registry read(Registry before, long revision) {
        return revisions
                .between(before.revision(), revision)
                .filter(changes -> !changes.touch(Part.HELD))
                .map(changes -> follow(before, changes, revision))
                .orElseGet(() -> readAll(revision));
    }

    private Registry readAll(long revision) {
        return Registry.of(
                        revision,
                        accounts.all(),
                        capabilities.all(),
                        targets.servers(),
                        permissions.all(),
                        targets.peers(),
                        targets.breakers())
                .withGroups(Registry.byKey(groups.all(), Group::name))
                .withOverrides(targets.overrides());
    }

    /** Of accounts, capabilities and permissions there may be many; of the others there are few. */
    private Registry follow(Registry before, Changes changes, long revision) {
        Registry now =
                before.withGroups(
                                changes.follow(
                                        Part.GROUP, before.groups(), Group::name, this::groups))
                        .with(
                                revision,
                                changes.follow(
                                        Part.ACCOUNT,
                                        before.accounts(),
                                        Account::name,
                                        accounts::find),
                                changes.follow(
                                        Part.CAPABILITY,
                                        before.capabilities(),
                                        Capability::name,
                                        capabilities::find),
                                changes.touch(Part.PERMISSION)
                                        ? permissions(changes, before.permissions())
                                        : before.permissions());
        return changes.touch(Part.SERVER, Part.PEER, Part.BREAKER, Part.OVERRIDE)
                ? now.with(
                                follow(
                                        changes,
                                        Part.SERVER,
                                        before.servers(),
                                        BusinessServer::id,
                                        targets.servers()),
                                follow(
                                        changes,
                                        Part.PEER,
                                        before.peers(),
                                        Peer::id,
                                        targets.peers()),
                                targets.breakers())
                        .withOverrides(targets.overrides())
                : now;
    }

    private List<Group> groups(List<String> names) {
        return names.stream().map(groups::find).flatMap(Optional::stream).toList();
    }

    private Permissions permissions(Changes changes, Permissions before) {
        return new Permissions(
                changes.follow(Part.PERMISSION, before.byId(), Permission::id, permissions::find)
                        .values());
    }

    /** Only what was noted: other rows may have vanished without an administrator's doing. */
    private static <V> Collection<V> follow(
            Changes changes,
            Part part,
            Map<String, V> before,
            Function<V, String> key,
            Collection<V> stored) {
        Map<String, V> byKey = Registry.byKey(stored, key);
        return changes.follow(
                        part,
                        before,
                        key,
                        items -> items.stream().map(byKey::get).filter(Objects::nonNull).toList())
                .values();
    }
}
