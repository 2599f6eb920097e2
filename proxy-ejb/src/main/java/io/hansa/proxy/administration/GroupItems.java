package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Group;
import io.hansa.proxy.account.GroupJson;
import io.hansa.proxy.account.Groups;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Groups of accounts. A group's members are the accounts that name it. */
@Dependent
class GroupItems implements Items<Group> {
    private static final int MAX_MEMBERS = 1000;

    private final Groups groups;
    private final GroupSizes sizes;

    @Inject
    GroupItems(Groups groups, GroupSizes sizes) {
        this.groups = groups;
        this.sizes = sizes;
    }

    @Override
    public Kind kind() {
        return Kind.GROUP;
    }

    @Override
    public Optional<Group> find(String key) {
        return groups.find(key);
    }

    @Override
    public String key(Group value) {
        return value.name();
    }

    @Override
    public JsonObject print(Group value) {
        return GroupJson.print(value);
    }

    @Override
    public Function<Optional<Group>, Group> parse(String key, JsonObject json) {
        Group parsed = GroupJson.parse(key, json);
        return before -> parsed;
    }

    @Override
    public Group put(Group value, long revision) {
        return groups.put(value, revision);
    }

    @Override
    public void remove(String key) {
        groups.remove(key);
    }

    @Override
    public Map<String, Group> in(Registry registry) {
        return registry.groups();
    }

    @Override
    public List<String> texts(Group value) {
        return List.of(value.name(), value.description());
    }

    @Override
    public Set<String> readOnly() {
        return Set.of("members", "memberCount");
    }

    @Override
    public JsonObject listed(Group value, Registry registry) {
        return JSON.createObjectBuilder(print(value))
                .add("memberCount", sizes.of(registry, value.name()))
                .build();
    }

    /** With the names of at most a thousand members. */
    @Override
    public JsonObject shown(Group value, Registry registry) {
        List<String> members =
                registry.accounts().values().stream()
                        .filter(account -> account.groups().contains(value.name()))
                        .map(Account::name)
                        .sorted()
                        .limit(MAX_MEMBERS)
                        .toList();
        return JSON.createObjectBuilder(listed(value, registry))
                .add("members", JSON.createArrayBuilder(members))
                .build();
    }
}
