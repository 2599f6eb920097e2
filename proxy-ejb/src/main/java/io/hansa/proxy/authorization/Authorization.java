package io.hansa.proxy.authorization;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Decisions;
import io.hansa.proxy.permission.Permissions;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a caller may use. An account has its own grants and those of its groups. A peer of
 * this organization has its own grants and those of the account that it names, if that account is
 * known and enabled here. For a foreign account, its own grants here decide; if there are none,
 * those of the asking peer. Safe for many threads.
 */
public final class Authorization {
    private Authorization() {}

    public static Decision decide(
            ProxyIdentity own, Registry registry, Caller caller, String capability, Instant now) {
        Permissions permissions = registry.permissions();
        if (!caller.foreign()) {
            return Decisions.decide(permissions, ofOurs(caller, registry), capability, now);
        }
        Subject asking = Subject.peer(caller.peer());
        if (!maySpeak(own, registry, caller.peer(), caller.delegation().origin())) {
            return unheard(Decisions.decide(permissions, List.of(asking), capability, now), caller);
        }
        Subject original = Subject.peer(caller.home());
        List<Subject> deciding =
                permissions.held(original, capability).isEmpty()
                        ? List.of(original, asking)
                        : List.of(original);
        return Decisions.decide(permissions, deciding, capability, now);
    }

    private static List<Subject> ofOurs(Caller caller, Registry registry) {
        List<Subject> subjects = new ArrayList<>();
        if (!caller.isPeer()) {
            subjects.add(Subject.account(caller.account()));
            caller.groups().forEach(group -> subjects.add(Subject.group(group)));
            return subjects;
        }
        subjects.add(Subject.peer(caller.peer()));
        subjects.add(Subject.peer(caller.home()));
        Account account = registry.accounts().get(caller.account());
        if (account != null && account.enabled()) {
            subjects.add(Subject.account(account.name()));
            account.groups().forEach(group -> subjects.add(Subject.group(group)));
        }
        return subjects;
    }

    /**
     * Whether a proxy may use grants of another proxy's accounts. A foreign proxy may not if the
     * other proxy is entered here as a peer of a third organization, because that peer can ask
     * itself.
     */
    private static boolean maySpeak(
            ProxyIdentity own, Registry registry, String asking, String origin) {
        if (asking.equals(origin)) {
            return true;
        }
        Peer from = registry.peers().get(asking);
        if (from == null || origin.equals(own.id())) {
            return false;
        }
        Peer home = registry.peers().get(origin);
        return !from.foreign(own.organization())
                || home == null
                || from.organization() != null && from.organization().equals(home.organization());
    }

    private static Decision unheard(Decision decision, Caller caller) {
        return decision.allowed()
                ? decision
                : new Decision(
                        false,
                        decision.reason()
                                + " %s cannot speak for %s."
                                        .formatted(caller.peer(), caller.subject()),
                        List.of());
    }
}
