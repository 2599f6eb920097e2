package io.hansa.proxy.permission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the permissions of all that a caller is, and decides by them: without one that is valid
 * now and allows it, nothing is allowed, and one that denies it wins. (R2, R16) Of most callers one
 * permission decides; for those nothing is copied. One object for each decision, for one thread.
 */
public final class GrantEvaluation implements SubjectVisitor {
    private final String capability;
    private final Instant at;
    private final Quotas quotas;
    private final GrantsBySubject naming;
    private final GrantsBySubject patterns;
    private List<Permission> allowing = List.of();
    private List<Permission> denying = List.of();
    private List<Permission> usedUp = List.of();
    private List<Permission> untimely = List.of();

    /**
     * @param at the time of the request
     */
    public GrantEvaluation(Permissions permissions, String capability, Instant at, Quotas quotas) {
        this.capability = capability;
        this.at = at;
        this.quotas = quotas;
        this.naming = permissions.naming(capability);
        this.patterns = permissions.patterns();
    }

    @Override
    public boolean counts(Subject.Kind kind, String name) {
        boolean named = add(naming.of(kind, name), false, true);
        return add(patterns.of(kind, name), true, true) || named;
    }

    @Override
    public void deniesOnly(Subject.Kind kind, String name) {
        add(naming.of(kind, name), false, false);
        add(patterns.of(kind, name), true, false);
    }

    private boolean add(List<Permission> held, boolean pattern, boolean all) {
        boolean allows = false;
        for (int i = 0; i < held.size(); i++) {
            Permission one = held.get(i);
            if (pattern && !one.rule().capability().matches(capability)) {
                continue;
            }
            if (!one.rule().allows()) {
                denying = one.validAt(at) ? and(denying, held, one) : denying;
            } else if (all) {
                allows = true;
                addAllowing(held, one);
            }
        }
        return allows;
    }

    private void addAllowing(List<Permission> held, Permission one) {
        if (!one.validAt(at)) {
            untimely = and(untimely, held, one);
        } else if (quotas.usedUp(one, at)) {
            usedUp = and(usedUp, held, one);
        } else {
            allowing = and(allowing, held, one);
        }
    }

    private static List<Permission> and(
            List<Permission> some, List<Permission> held, Permission one) {
        if (some.isEmpty()) {
            return held.size() == 1 ? held : List.of(one);
        }
        if (some.contains(one)) {
            return some;
        }
        List<Permission> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    /** Whether none of the subjects holds anything that could allow or deny it. */
    public boolean foundNothing() {
        return allowing.isEmpty() && denying.isEmpty() && usedUp.isEmpty() && untimely.isEmpty();
    }

    /** By what was found. */
    public Decision decide() {
        for (int i = 0; i < denying.size(); i++) {
            if (denying.get(i).server() == null) {
                return denied(denying.get(i));
            }
        }
        if (!allowing.isEmpty()) {
            Decision decision = Decision.allowed(allowing, denying);
            return denying.isEmpty() || reachesAny(decision) ? decision : denied(denying.get(0));
        }
        if (!usedUp.isEmpty()) {
            return QuotaRefusal.of(usedUp, capability, at, quotas);
        }
        return untimely.isEmpty() ? denied(denying.get(0)) : untimely(untimely.get(0));
    }

    /** Whether a server is left that is not denied. */
    private static boolean reachesAny(Decision decision) {
        if (!decision.narrowed()) {
            return true;
        }
        for (Permission grant : decision.grants()) {
            if (decision.reaches(grant.server())) {
                return true;
            }
        }
        return false;
    }

    private Decision denied(Permission denial) {
        return Decision.refused(
                "The permission %s denies %s to %s%s."
                        .formatted(
                                denial.id(),
                                capability,
                                denial.subject(),
                                denial.server() == null ? "" : " at the server " + denial.server()),
                denying);
    }

    private Decision untimely(Permission grant) {
        boolean early = grant.validity().isBefore(at);
        return Decision.refused(
                "The permission %s of %s for %s %s %s."
                        .formatted(
                                grant.id(),
                                grant.subject(),
                                capability,
                                early ? "is not valid before" : "was valid until",
                                early ? grant.validity().from() : grant.validity().until()),
                untimely);
    }
}
