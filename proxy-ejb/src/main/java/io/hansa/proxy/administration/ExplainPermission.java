package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.PeerAccount;
import io.hansa.proxy.authentication.PeerCallers;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Decisions;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;

/**
 * Explains whether a subject's request would be allowed, and why. Uses the registry in force and
 * the code that decides about requests.
 */
@Dependent
public class ExplainPermission {
    private final ProxyIdentity own;
    private final Registries registries;
    private final Clock clock;

    @Inject
    ExplainPermission(ProxyIdentity own, Registries registries, Clock clock) {
        this.own = own;
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * @param server null: any server that has the capability
     * @param peer the proxy that asks for the account; null: the account's own proxy
     */
    public JsonObject explain(String subject, String capability, String server, String peer) {
        Registry registry = registries.current();
        Subject asked = subject(subject);
        boolean account = asked.kind() == Subject.Kind.ACCOUNT || asked.peerAccount().isPresent();
        if (!account && peer != null && !asked.equals(Subject.peer(peer))) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "peer is the proxy that asks for an account; leave it out for %s."
                            .formatted(asked));
        }
        try {
            Caller caller = account ? caller(registry, asked, peer) : null;
            return json(caller, decision(registry, asked, caller, capability, server));
        } catch (Obstacle obstacle) {
            return json(null, new Decision(false, obstacle.getMessage(), List.of()));
        }
    }

    private Decision decision(
            Registry registry, Subject asked, Caller caller, String capability, String server) {
        Decision decision;
        if (caller == null) {
            if (asked.kind() == Subject.Kind.PEER) {
                peer(registry, asked.name());
            }
            decision =
                    Decisions.decide(
                            registry.permissions(), List.of(asked), capability, clock.instant());
        } else {
            decision = Authorization.decide(own, registry, caller, capability, clock.instant());
        }
        return server == null || !decision.allowed() || decision.reaches(server)
                ? decision
                : new Decision(
                        false,
                        "Every valid permission of %s for %s is narrowed to another server than %s."
                                .formatted(asked, capability, server),
                        List.of());
    }

    /** The caller that a request of the peer, or of the account itself, would have. */
    private Caller caller(Registry registry, Subject asked, String peer) {
        PeerAccount home = asked.peerAccount().orElse(null);
        String asking = peer == null && home != null ? home.proxy() : peer;
        if (asking == null) {
            Account account = registry.accounts().get(asked.name());
            requireEnabled(asked, account != null, account != null && account.enabled());
            return Caller.of(account);
        }
        Peer known = peer(registry, asking);
        try {
            if (home == null || home.proxy().equals(asking)) {
                String account = home == null ? asked.name() : home.account();
                return PeerCallers.of(own, registry, known, account, List.of());
            }
            return PeerCallers.of(
                    own, registry, known, asked.toString(), List.of(asking, home.proxy()));
        } catch (Failure refused) {
            throw new Obstacle(refused.getMessage());
        }
    }

    private static Peer peer(Registry registry, String id) {
        Peer peer = registry.peers().get(id);
        requireEnabled(Subject.peer(id), peer != null, peer != null && peer.enabled());
        return peer;
    }

    private static void requireEnabled(Subject subject, boolean known, boolean enabled) {
        if (!known) {
            throw new Obstacle("%s is not known here; create it first.".formatted(subject));
        }
        if (!enabled) {
            throw new Obstacle("%s is disabled; enable it first.".formatted(subject));
        }
    }

    private static Subject subject(String text) {
        try {
            Subject subject = Subject.parse(text);
            subject.peerAccount();
            return subject;
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(ErrorCode.REQUEST_INVALID, malformed.getMessage());
        }
    }

    private static JsonObject json(Caller caller, Decision decision) {
        var grants = Json.createArrayBuilder();
        for (Permission grant : decision.grants()) {
            grants.add(PermissionJson.print(grant));
        }
        var json =
                Json.createObjectBuilder()
                        .add("allowed", decision.allowed())
                        .add("reason", decision.reason())
                        .add("grants", grants);
        if (caller != null) {
            json.add("caller", caller.shown());
        }
        return json.build();
    }

    /** A reason to refuse the subject before its permissions are read. */
    private static final class Obstacle extends RuntimeException {
        private static final long serialVersionUID = 1;

        Obstacle(String reason) {
            super(reason);
        }
    }
}
