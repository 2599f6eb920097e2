package io.hansa.proxy.permission;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a caller may use a capability, and why. Immutable.
 *
 * @param reason a sentence for the caller and for the administrator
 * @param grants those that decided: those that allow; where it is refused, those for which it is
 *     refused, such as a denial or one that has ended
 * @param exclusions denials of single servers, which the grants do not reach
 * @param retryAt when a quota that is used up begins again; null: no quota is the reason
 */
public record Decision(
        boolean allowed,
        String reason,
        List<Permission> grants,
        List<Permission> exclusions,
        Instant retryAt) {
    private static final String GRANTED = "A permission that is valid now grants it.";

    public Decision {
        grants = List.copyOf(grants);
        exclusions = List.copyOf(exclusions);
        if (allowed && grants.isEmpty()) {
            throw new IllegalArgumentException("Nothing is allowed without a grant.");
        }
    }

    static Decision allowed(List<Permission> grants, List<Permission> exclusions) {
        return new Decision(true, GRANTED, grants, exclusions, null);
    }

    /**
     * @param grants for which it is refused
     */
    public static Decision refused(String reason, List<Permission> grants) {
        return new Decision(false, reason, grants, List.of(), null);
    }

    /** The same with one more sentence. */
    public Decision because(String sentence) {
        return new Decision(allowed, reason + " " + sentence, grants, exclusions, retryAt);
    }

    /**
     * Whether one of the grants reaches that business server and none denies it.
     *
     * @param server null: a peer
     */
    public boolean reaches(String server) {
        for (int i = 0; i < exclusions.size(); i++) {
            if (exclusions.get(i).server().equals(server)) {
                return false;
            }
        }
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).rule().reaches(server)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every grant is narrowed to a business server. */
    public boolean narrowed() {
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).server() == null) {
                return false;
            }
        }
        return true;
    }

    /** All permissions that had a part in it. */
    public List<Permission> decisive() {
        if (exclusions.isEmpty()) {
            return grants;
        }
        List<Permission> all = new ArrayList<>(grants);
        all.addAll(exclusions);
        return all;
    }

    /** What the caller is told where it is refused. */
    public Failure failure(Instant now) {
        if (retryAt == null) {
            return Failure.of(ErrorCode.PERMISSION_DENIED, reason).with("reason", reason);
        }
        return Failure.of(ErrorCode.RATE_LIMITED, reason)
                .with("retryAfterSeconds", Math.max(1, Duration.between(now, retryAt).toSeconds()));
    }
}
