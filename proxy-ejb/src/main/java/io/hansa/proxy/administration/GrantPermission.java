package io.hansa.proxy.administration;

import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.registry.Part;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import java.util.Optional;

/** Grants a permission, unless an equal one exists. */
@Dependent
class GrantPermission {
    private final Revisions revisions;
    private final StoredPermissions permissions;
    private final PermissionItems items;
    private final AuditTrail audit;

    @Inject
    GrantPermission(
            Revisions revisions,
            StoredPermissions permissions,
            PermissionItems items,
            AuditTrail audit) {
        this.revisions = revisions;
        this.permissions = permissions;
        this.items = items;
        this.audit = audit;
    }

    /**
     * @param wanted has a new id, which is not used if an equal permission exists
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Written grant(Permission wanted, String by) {
        long revision = revisions.next();
        Optional<Permission> same =
                permissions.of(wanted.subject()).stream()
                        .filter(held -> sameGrant(held, wanted))
                        .findFirst();
        Item item = items.item(same.orElse(wanted));
        revisions.note(revision, Part.PERMISSION, item.key());
        if (same.isEmpty()) {
            permissions.add(wanted);
            audit.created(by, Kind.PERMISSION, item);
        }
        return new Written(item, same.isEmpty());
    }

    private static boolean sameGrant(Permission held, Permission wanted) {
        return held.capability().equals(wanted.capability())
                && Objects.equals(held.server(), wanted.server())
                && Objects.equals(held.validFrom(), wanted.validFrom())
                && Objects.equals(held.validUntil(), wanted.validUntil());
    }
}
