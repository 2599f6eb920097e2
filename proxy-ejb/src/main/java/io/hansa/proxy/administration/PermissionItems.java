package io.hansa.proxy.administration;

import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Permissions. Two that are equal but for their ids are one. */
@Dependent
class PermissionItems implements Items<Permission> {
    private static final Set<String> ID = Set.of("id");

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
    public Optional<Permission> find(String id) {
        return permissions.find(id);
    }

    @Override
    public String key(Permission value) {
        return value.id();
    }

    @Override
    public JsonObject print(Permission value) {
        return PermissionJson.print(value);
    }

    @Override
    public Function<Optional<Permission>, Permission> parse(String id, JsonObject json) {
        Permission parsed = PermissionJson.parse(id, json);
        return before -> parsed;
    }

    @Override
    public Permission put(Permission value, long revision) {
        return permissions.put(value, revision);
    }

    @Override
    public void remove(String id) {
        permissions.remove(id);
    }

    @Override
    public Map<String, Permission> in(Registry registry) {
        return registry.permissions().byId();
    }

    @Override
    public String name(Permission value) {
        return value.subject() + " " + value.capability() + " " + value.id();
    }

    @Override
    public List<String> texts(Permission value) {
        return List.of(value.subject().toString(), value.capability());
    }

    @Override
    public Map<String, Function<String, Predicate<Permission>>> filters() {
        return Map.of(
                "subject",
                PermissionItems::subject,
                "capability",
                capability -> permission -> capability.equals(permission.capability()),
                "action",
                PermissionItems::action);
    }

    private static Predicate<Permission> subject(String text) {
        Subject subject = Filters.subject(text);
        return permission -> permission.subject().equals(subject);
    }

    private static Predicate<Permission> action(String text) {
        Rule.Action action = QueryText.constant("action", text, Rule.Action.class);
        return permission -> permission.rule().action() == action;
    }

    @Override
    public Set<String> readOnly() {
        return ID;
    }

    /** What makes two permissions one: every member but the id. */
    static JsonObject content(Permission permission) {
        return ItemForm.without(PermissionJson.print(permission), ID);
    }
}
