package io.hansa.proxy.registry;

import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.permission.StoredPermissions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Reads the whole registry from the database. */
@Dependent
public class RegistryLoader {
    private final Revisions revisions;
    private final Accounts accounts;
    private final StoredPermissions permissions;
    private final CapabilityDescriptions capabilities;
    private final KnownTargets targets;

    @Inject
    RegistryLoader(
            Revisions revisions,
            Accounts accounts,
            StoredPermissions permissions,
            CapabilityDescriptions capabilities,
            KnownTargets targets) {
        this.revisions = revisions;
        this.accounts = accounts;
        this.permissions = permissions;
        this.capabilities = capabilities;
        this.targets = targets;
    }

    /** One query on one row: cheap enough to ask twice a second. */
    @Transactional(TxType.REQUIRED)
    public long revision() {
        return revisions.current();
    }

    /** The registry at one revision, or empty where a change was committed while it was read. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Registry> load() {
        Registry registry = read(revisions.current());
        return Optional.of(registry).filter(read -> read.revision() == revisions.current());
    }

    /** The registry at one revision; changes wait until it is read. */
    @Transactional(TxType.REQUIRES_NEW)
    public Registry loadUndisturbed() {
        return read(revisions.hold());
    }

    private Registry read(long revision) {
        return Registry.of(
                revision,
                accounts.all(),
                capabilities.all(),
                targets.servers(),
                permissions.all(),
                targets.peers(),
                targets.breakers());
    }
}
