package io.hansa.proxy.administration;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.capability.CapabilityPattern;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.Registry;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds names in items that belong to nothing. An account, server or peer exists where it is
 * entered; a group where it is entered or an account is in it; a capability where it is described,
 * or a business server or peer has it. Changes nothing. For one thread.
 */
public final class DanglingNames {
    private final Registry registry;
    private final Collection<String> offeredByPeers;
    private Set<String> groups;
    private TreeSet<String> capabilities;

    /**
     * @param offeredByPeers names of capabilities
     */
    public DanglingNames(Registry registry, Collection<String> offeredByPeers) {
        this.registry = registry;
        this.offeredByPeers = offeredByPeers;
    }

    /** Those in all items, in no order. */
    public Stream<DanglingName> all() {
        return Stream.of(
                        registry.permissions().byId().values().stream()
                                .flatMap(permission -> in(permission).stream()),
                        registry.servers().values().stream().flatMap(server -> in(server).stream()),
                        registry.breakers().values().stream()
                                .flatMap(breaker -> in(breaker).stream()))
                .flatMap(names -> names);
    }

    public List<DanglingName> in(Permission permission) {
        List<DanglingName> dangling = new ArrayList<>(0);
        Subject subject = permission.subject();
        if (!exists(subject)) {
            dangling.add(in(permission, "subject", subject.toString()));
        }
        CapabilityPattern pattern = permission.rule().capability();
        if (!exists(pattern)) {
            dangling.add(in(permission, "capability", "capability:" + pattern.text()));
        }
        String server = permission.server();
        if (server != null && !registry.servers().containsKey(server)) {
            dangling.add(in(permission, "server", BreakerSetting.server(server)));
        }
        return dangling;
    }

    private static DanglingName in(Permission permission, String member, String name) {
        return new DanglingName(Kind.PERMISSION, permission.id(), member, name);
    }

    /** Of what the rules for its replies name. */
    public List<DanglingName> in(BusinessServer server) {
        List<DanglingName> dangling = new ArrayList<>(0);
        for (JsonValue rule : AssistRules.print(server.assist())) {
            String capability =
                    rule instanceof JsonObject object ? object.getString("capability", "") : "";
            if (Name.isOne(capability) && !capabilities().contains(capability)) {
                dangling.add(
                        new DanglingName(
                                Kind.SERVER, server.id(), "assist", "capability:" + capability));
            }
        }
        return dangling;
    }

    public List<DanglingName> in(BreakerSetting breaker) {
        String target = breaker.target();
        String id = target.substring(target.indexOf(':') + 1);
        boolean exists =
                target.equals(BreakerSetting.server(id))
                        ? registry.servers().containsKey(id)
                        : registry.peers().containsKey(id);
        return exists
                ? List.of()
                : List.of(new DanglingName(Kind.BREAKER, target, "target", target));
    }

    private boolean exists(Subject subject) {
        return switch (subject.kind()) {
            case ACCOUNT -> registry.accounts().containsKey(subject.name());
            case GROUP ->
                    registry.groups().containsKey(subject.name())
                            || groups().contains(subject.name());
            case PEER -> registry.peers().containsKey(subject.proxy());
        };
    }

    private boolean exists(CapabilityPattern pattern) {
        if (pattern.exact()) {
            return capabilities().contains(pattern.text());
        }
        // Those below a name stand together; the first of them, if any, follows its dot.
        String prefix = pattern.text().substring(0, pattern.text().length() - 1);
        String first = capabilities().ceiling(prefix);
        while (first != null && first.startsWith(prefix)) {
            if (pattern.matches(first)) {
                return true;
            }
            first = capabilities().higher(first);
        }
        return false;
    }

    private Set<String> groups() {
        if (groups == null) {
            groups = new HashSet<>();
            for (Account account : registry.accounts().values()) {
                groups.addAll(account.groups());
            }
        }
        return groups;
    }

    private TreeSet<String> capabilities() {
        if (capabilities == null) {
            capabilities = new TreeSet<>(registry.capabilities().keySet());
            registry.servers().values().forEach(one -> capabilities.addAll(one.capabilities()));
            capabilities.addAll(offeredByPeers);
        }
        return capabilities;
    }
}
