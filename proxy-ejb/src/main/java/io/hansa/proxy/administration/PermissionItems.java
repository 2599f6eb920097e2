package io.hansa.proxy.administration;

import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.permission.StoredPermissions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Permissions. They are granted and removed but never replaced, so each has one version. */
@Dependent
class PermissionItems implements Items<Permission> {
    private final StoredPermissions permissions;

    @Inject
    PermissionItems(StoredPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Kind kind() {
        return Kind.PERMISSION;
    }

    @Override
    public List<Permission> all() {
        return permissions.all();
    }

    @Override
    public Optional<Permission> find(String id) {
        return permissions.find(id);
    }

    @Override
    public Item item(Permission permission) {
        return new Item(permission.id(), PermissionJson.print(permission), 0);
    }

    @Override
    public void remove(String id) {
        permissions.remove(id);
    }
}
