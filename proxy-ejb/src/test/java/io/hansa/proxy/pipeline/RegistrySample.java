package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.federation.FakeLeague;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an administrator has entered so far: the account {@code shop} of the group {@code retail},
 * to begin with.
 */
final class RegistrySample {
    static final Account SHOP = account("shop", true);

    private final List<Account> accounts = new ArrayList<>(List.of(SHOP));
    private final List<Capability> capabilities = new ArrayList<>();
    private final List<BusinessServer> servers = new ArrayList<>();
    private final List<Permission> permissions = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();
    private final List<BreakerSetting> breakers = new ArrayList<>();
    private long revision;

    static Account account(String name, boolean enabled) {
        return new Account(name, null, Set.of("retail"), Set.of(Role.CALLER), enabled, 1);
    }

    /** Named {@code account-0} and so on. */
    RegistrySample accounts(int many) {
        for (int i = 0; i < many; i++) {
            accounts.add(account("account-" + i, true));
        }
        return this;
    }

    RegistrySample disable(String account) {
        accounts.removeIf(a -> a.name().equals(account));
        accounts.add(account(account, false));
        return this;
    }

    RegistrySample password(String account, String password) {
        accounts.removeIf(a -> a.name().equals(account));
        accounts.add(
                new Account(
                        account,
                        Hashing.hash(password),
                        Set.of("retail"),
                        Set.of(Role.CALLER),
                        true,
                        2));
        return this;
    }

    RegistrySample server(BusinessServer server) {
        servers.removeIf(s -> s.id().equals(server.id()));
        servers.add(server);
        return this;
    }

    RegistrySample capability(String name, int timeoutMillis, RateLimit limit) {
        capabilities.add(
                new Capability(
                        name,
                        "",
                        Priority.NORMAL,
                        Replay.ONCE,
                        timeoutMillis,
                        Balancing.ROUND_ROBIN,
                        limit,
                        1));
        return this;
    }

    RegistrySample describe(Capability capability) {
        capabilities.add(capability);
        return this;
    }

    RegistrySample limit(String account, RateLimit limit) {
        accounts.removeIf(a -> a.name().equals(account));
        accounts.add(
                new Account(account, null, Set.of("retail"), Set.of(Role.CALLER), true, limit, 2));
        return this;
    }

    RegistrySample limitPeer(String id, Peer.Link link, RateLimit limit) {
        Peer peer = FakeLeague.peer(id, link);
        peers.add(new Peer(id, peer.url(), link, peer.transport(), true, limit, peer.trust(), 2));
        return this;
    }

    RegistrySample replay(String name, Replay replay) {
        capabilities.add(
                new Capability(
                        name, "", Priority.NORMAL, replay, 2000, Balancing.ROUND_ROBIN, null, 1));
        return this;
    }

    RegistrySample breaker(String target, Mode mode) {
        return breaker(new BreakerSetting(target, mode, 1));
    }

    RegistrySample breaker(BreakerSetting setting) {
        breakers.add(setting);
        return this;
    }

    RegistrySample grant(String subject, String capability) {
        return grant(subject, capability, null);
    }

    RegistrySample grant(String subject, String capability, String server) {
        return grant(
                Permission.allow("p" + permissions.size(), Subject.parse(subject), capability)
                        .with(Rule.allow(capability).at(server)));
    }

    RegistrySample deny(String subject, String capability, String server) {
        return grant(
                Permission.allow("d" + permissions.size(), Subject.parse(subject), capability)
                        .with(Rule.deny(capability).at(server)));
    }

    RegistrySample grant(Permission permission) {
        permissions.add(permission);
        return this;
    }

    RegistrySample peer(String id, Peer.Link link) {
        peers.add(FakeLeague.peer(id, link));
        return this;
    }

    RegistrySample peer(Peer peer) {
        peers.removeIf(p -> p.id().equals(peer.id()));
        peers.add(peer);
        return this;
    }

    Registry registry() {
        return Registry.of(
                ++revision, accounts, capabilities, servers, permissions, peers, breakers);
    }
}
