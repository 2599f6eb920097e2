package io.hansa.proxy.permission;

import java.util.List;

/**
 * Whether a subject may use a capability, and why.
 *
 * @param reason a sentence for the caller and for the administrator
 * @param grants those that allow it now; empty where it is not allowed
 */
public record Decision(boolean allowed, String reason, List<Permission> grants) {
    public Decision {
        grants = List.copyOf(grants);
        if (allowed == grants.isEmpty()) {
            throw new IllegalArgumentException("A decision allows by its grants, or has none.");
        }
    }

    /** Whether one of the grants reaches that business server: narrowed to it, or not narrowed. */
    public boolean reaches(String server) {
        for (Permission grant : grants) {
            if (grant.server() == null || grant.server().equals(server)) {
                return true;
            }
        }
        return false;
    }
}
