package io.hansa.proxy.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The items of each kind. */
@Dependent
class ItemsOfKinds {
    private final AccountItems accounts;
    private final CapabilityItems capabilities;
    private final ServerItems servers;
    private final PermissionItems permissions;
    private final PeerItems peers;
    private final BreakerItems breakers;

    @Inject
    ItemsOfKinds(
            AccountItems accounts,
            CapabilityItems capabilities,
            ServerItems servers,
            PermissionItems permissions,
            PeerItems peers,
            BreakerItems breakers) {
        this.accounts = accounts;
        this.capabilities = capabilities;
        this.servers = servers;
        this.permissions = permissions;
        this.peers = peers;
        this.breakers = breakers;
    }

    Items<?> of(Kind kind) {
        return kind == Kind.PERMISSION ? permissions : replaceable(kind);
    }

    ReplaceableItems<?> replaceable(Kind kind) {
        return switch (kind) {
            case ACCOUNT -> accounts;
            case CAPABILITY -> capabilities;
            case SERVER -> servers;
            case PEER -> peers;
            case BREAKER -> breakers;
            case PERMISSION ->
                    throw new IllegalArgumentException("A permission is granted, not put.");
        };
    }
}
