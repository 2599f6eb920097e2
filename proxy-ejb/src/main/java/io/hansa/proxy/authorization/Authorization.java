package io.hansa.proxy.authorization;

import static java.util.stream.Collectors.joining;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.GrantEvaluation;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.permission.Subject.Kind;
import io.hansa.proxy.permission.SubjectVisitor;
import io.hansa.proxy.registry.Registry;
import java.time.Instant;
import java.util.List;

/**
 * Decides what a caller may use. An account has its own permissions and those of its groups. A peer
 * of this organization has its own permissions and those of the account that it names, if that
 * account is known and enabled here. For a foreign account, its own permissions here decide; if
 * none allows it, those of the asking peer. What is denied to the account, one of its groups, its
 * home proxy or the asking peer is denied always. Safe for many threads.
 */
public final class Authorization {
    private final ProxyIdentity own;
    private final Quotas quotas;

    public Authorization(ProxyIdentity own, Quotas quotas) {
        this.own = own;
        this.quotas = quotas;
    }

    public Decision decide(Registry registry, Caller caller, String capability, Instant at) {
        GrantEvaluation evaluation =
                new GrantEvaluation(registry.permissions(), capability, at, quotas);
        boolean maySpeak = visit(registry, caller, evaluation);
        if (evaluation.foundNothing()) {
            SubjectNames names = new SubjectNames();
            visit(registry, caller, names);
            return withReason(nothingHeld(capability, names.counted()), maySpeak, caller);
        }
        return withReason(
                ReachedServers.of(registry, capability, evaluation.decide()), maySpeak, caller);
    }

    /** About a group, or a peer by itself. */
    public Decision decide(Registry registry, Subject subject, String capability, Instant at) {
        GrantEvaluation evaluation =
                new GrantEvaluation(registry.permissions(), capability, at, quotas);
        evaluation.counts(subject.kind(), subject.name());
        return evaluation.foundNothing()
                ? nothingHeld(capability, List.of(subject))
                : ReachedServers.of(registry, capability, evaluation.decide());
    }

    /** The same decision about one business server. */
    public static Decision at(
            String server, Registry registry, String capability, Decision decision) {
        return ReachedServers.at(server, registry, capability, decision);
    }

    private static Decision nothingHeld(String capability, List<Subject> subjects) {
        return Decision.refused(
                "No permission for %s is held by %s."
                        .formatted(
                                capability,
                                subjects.stream().map(Subject::toString).collect(joining(", "))),
                List.of());
    }

    /**
     * @return whether the asking peer may use permissions of the account that it names
     */
    private boolean visit(Registry registry, Caller caller, SubjectVisitor visitor) {
        if (!caller.isPeer()) {
            visitor.counts(Kind.ACCOUNT, caller.account());
            for (String group : caller.groups()) {
                visitor.counts(Kind.GROUP, group);
            }
            return true;
        }
        boolean maySpeak = !caller.foreign() || maySpeakFor(registry, caller);
        if (caller.foreign()) {
            visitForeign(caller, maySpeak, visitor);
        } else {
            visitOurs(registry, caller, visitor);
        }
        String origin = caller.delegation().origin();
        if (!origin.equals(caller.peer())) {
            visitor.deniesOnly(Kind.PEER, origin);
        }
        return maySpeak;
    }

    private static void visitOurs(Registry registry, Caller caller, SubjectVisitor visitor) {
        visitor.counts(Kind.PEER, caller.peer());
        visitor.counts(Kind.PEER, caller.home());
        Account account = registry.accounts().get(caller.account());
        if (account == null || !account.enabled()) {
            visitor.deniesOnly(Kind.ACCOUNT, caller.account());
            return;
        }
        visitor.counts(Kind.ACCOUNT, account.name());
        for (String group : account.groups()) {
            visitor.counts(Kind.GROUP, group);
        }
    }

    private static void visitForeign(Caller caller, boolean maySpeak, SubjectVisitor visitor) {
        if (!maySpeak) {
            visitor.deniesOnly(Kind.PEER, caller.home());
            visitor.counts(Kind.PEER, caller.peer());
        } else if (visitor.counts(Kind.PEER, caller.home())) {
            visitor.deniesOnly(Kind.PEER, caller.peer());
        } else {
            visitor.counts(Kind.PEER, caller.peer());
        }
    }

    /**
     * Whether a proxy may use permissions of another proxy's accounts. A foreign proxy may not if
     * the other proxy is entered here as a peer of a third organization, because that peer can ask
     * itself.
     */
    private boolean maySpeakFor(Registry registry, Caller caller) {
        String origin = caller.delegation().origin();
        if (caller.peer().equals(origin)) {
            return true;
        }
        Peer from = registry.peers().get(caller.peer());
        if (from == null || origin.equals(own.id())) {
            return false;
        }
        Peer home = registry.peers().get(origin);
        return !from.foreign(own.organization())
                || home == null
                || from.organization() != null && from.organization().equals(home.organization());
    }

    private static Decision withReason(Decision decision, boolean maySpeak, Caller caller) {
        return maySpeak || decision.allowed()
                ? decision
                : decision.because(
                        "%s cannot speak for %s.".formatted(caller.peer(), caller.subject()));
    }
}
