package io.hansa.proxy.registry;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Group;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Permissions;
import io.hansa.proxy.registration.BusinessServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything a request's way decides by, at one revision: immutable, read by every thread without a
 * lock, and replaced as a whole. A disabled server or peer stays visible but carries no work.
 */
public record Registry(
        long revision,
        Map<String, Account> accounts,
        Map<String, Group> groups,
        Map<String, Capability> capabilities,
        Map<String, BusinessServer> servers,
        Map<String, List<BusinessServer>> serversByCapability,
        Permissions permissions,
        Map<String, Peer> peers,
        Map<String, BreakerSetting> breakers,
        Map<String, OperatingOverride> overrides,
        Priority highestPriority) {

    public static final Registry EMPTY =
            of(-1, List.of(), List.of(), List.of(), List.of(), List.of());

    public static Registry of(
            long revision,
            Collection<Account> accounts,
            Collection<Capability> capabilities,
            Collection<BusinessServer> servers,
            Collection<Permission> permissions,
            Collection<Peer> peers) {
        return of(revision, accounts, capabilities, servers, permissions, peers, List.of());
    }

    public static Registry of(
            long revision,
            Collection<Account> accounts,
            Collection<Capability> capabilities,
            Collection<BusinessServer> servers,
            Collection<Permission> permissions,
            Collection<Peer> peers,
            Collection<BreakerSetting> breakers) {
        Map<String, Capability> described = byKey(capabilities, Capability::name);
        return new Registry(
                revision,
                byKey(accounts, Account::name),
                Map.of(),
                described,
                byKey(servers, BusinessServer::id),
                byCapability(servers),
                new Permissions(permissions),
                byKey(peers, Peer::id),
                byKey(breakers, BreakerSetting::target),
                Map.of(),
                highestPriority(described));
    }

    /** With others of what there may be many; all immutable. */
    Registry with(
            long itsRevision,
            Map<String, Account> itsAccounts,
            Map<String, Capability> itsCapabilities,
            Permissions itsPermissions) {
        return new Registry(
                itsRevision,
                itsAccounts,
                groups,
                itsCapabilities,
                servers,
                serversByCapability,
                itsPermissions,
                peers,
                breakers,
                overrides,
                itsCapabilities == capabilities
                        ? highestPriority
                        : highestPriority(itsCapabilities));
    }

    /** With others of what there are few. */
    Registry with(
            Collection<BusinessServer> itsServers,
            Collection<Peer> itsPeers,
            Collection<BreakerSetting> itsBreakers) {
        return new Registry(
                revision,
                accounts,
                groups,
                capabilities,
                byKey(itsServers, BusinessServer::id),
                byCapability(itsServers),
                permissions,
                byKey(itsPeers, Peer::id),
                byKey(itsBreakers, BreakerSetting::target),
                overrides,
                highestPriority);
    }

    /** With other groups. */
    Registry withGroups(Map<String, Group> itsGroups) {
        return new Registry(
                revision,
                accounts,
                itsGroups,
                capabilities,
                servers,
                serversByCapability,
                permissions,
                peers,
                breakers,
                overrides,
                highestPriority);
    }

    /** With other overrides. */
    Registry withOverrides(Collection<OperatingOverride> itsOverrides) {
        return new Registry(
                revision,
                accounts,
                groups,
                capabilities,
                servers,
                serversByCapability,
                permissions,
                peers,
                breakers,
                byKey(itsOverrides, OperatingOverride::target),
                highestPriority);
    }

    private static Map<String, List<BusinessServer>> byCapability(
            Collection<BusinessServer> servers) {
        Map<String, List<BusinessServer>> byCapability = new HashMap<>();
        for (BusinessServer server : new TreeMap<>(byKey(servers, BusinessServer::id)).values()) {
            if (server.usable()) {
                for (String capability : server.capabilities()) {
                    byCapability.computeIfAbsent(capability, c -> new ArrayList<>()).add(server);
                }
            }
        }
        byCapability.replaceAll((capability, having) -> List.copyOf(having));
        return Collections.unmodifiableMap(byCapability);
    }

    private static Priority highestPriority(Map<String, Capability> capabilities) {
        return capabilities.values().stream()
                .map(Capability::priority)
                .min(Comparator.naturalOrder())
                .orElse(Priority.NORMAL);
    }

    /** The servers that have the capability and are enabled, by id; empty where there is none. */
    public List<BusinessServer> serversFor(String capability) {
        return serversByCapability.getOrDefault(capability, List.of());
    }

    public Priority priority(String capability) {
        return capability(capability).priority();
    }

    /** Whether something more important than this may be asked for here. */
    public boolean hasMoreImportantThan(Priority priority) {
        return highestPriority.compareTo(priority) < 0;
    }

    /** The capability's description; for one without an entry, the defaults. */
    public Capability capability(String name) {
        Capability described = capabilities.get(name);
        return described != null ? described : Capability.undescribed(name);
    }

    /**
     * No {@link Map#copyOf}: where hashes are neighbours, as those of numbered names are, it looks
     * through whole runs of them.
     */
    static <T> Map<String, T> byKey(Collection<T> values, Function<T, String> key) {
        Map<String, T> byKey = new HashMap<>();
        for (T value : values) {
            if (byKey.put(key.apply(value), value) != null) {
                throw new IllegalStateException("Two have the key " + key.apply(value) + ".");
            }
        }
        return Collections.unmodifiableMap(byKey);
    }
}
