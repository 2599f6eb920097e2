package io.hansa.proxy.administration;

import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Part;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes one change, its audit record and the new revision in one transaction. The transaction
 * starts with the revision. The revision's lock orders all changes, so a check made here stays
 * valid until the commit.
 */
@Dependent
class ChangeItem {
    private final Revisions revisions;
    private final StoredPermissions permissions;
    private final PermissionItems permissionItems;
    private final AuditTrail audit;

    @Inject
    ChangeItem(
            Revisions revisions,
            StoredPermissions permissions,
            PermissionItems permissionItems,
            AuditTrail audit) {
        this.revisions = revisions;
        this.permissions = permissions;
        this.permissionItems = permissionItems;
        this.audit = audit;
    }

    /**
     * @param change creates the new value from the existing one
     */
    @Transactional(TxType.REQUIRES_NEW)
    public <V> Written put(
            ReplaceableItems<V> items,
            String key,
            Function<Optional<V>, V> change,
            Precondition precondition,
            String by) {
        long revision = revisions.next();
        Optional<V> before = items.find(key);
        Optional<Item> shown = before.map(items::item);
        precondition.check(shown);
        V after = items.put(change.apply(before), revision);
        revisions.note(revision, items.kind().part(), key);
        Item item = items.item(after);
        shown.ifPresentOrElse(
                old -> audit.replaced(by, items.kind(), old, items.recorded(before.get(), after)),
                () -> audit.created(by, items.kind(), item));
        return new Written(item, before.isEmpty());
    }

    /**
     * Removes the item. For an account or a peer, also removes the permissions of the subject and
     * of the peer's accounts.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public <V> void remove(Items<V> items, String key, Precondition precondition, String by) {
        long revision = revisions.next();
        Item before = items.existing(key);
        precondition.check(Optional.of(before));
        items.remove(key);
        revisions.note(revision, items.kind().part(), key);
        audit.removed(by, items.kind(), before);
        items.subject(key).ifPresent(subject -> revoke(subject, revision, by));
    }

    private void revoke(Subject subject, long revision, String by) {
        permissions
                .endingWith(subject)
                .forEach(
                        permission -> {
                            permissions.remove(permission.id());
                            revisions.note(revision, Part.PERMISSION, permission.id());
                            audit.removed(by, Kind.PERMISSION, permissionItems.item(permission));
                        });
    }
}
