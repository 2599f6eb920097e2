package io.hansa.proxy.permission;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides by grants: without one that is valid now, nothing is allowed. (R2, R16) */
public final class Decisions {
    private Decisions() {}

    /**
     * @param subjects all that the caller is: its account and groups, or its peer
     */
    public static Decision decide(
            Permissions permissions, List<Subject> subjects, String capability, Instant now) {
        List<Permission> valid = List.of();
        Permission stale = null;
        for (Subject subject : subjects) {
            for (Permission held : permissions.held(subject, capability)) {
                if (held.validAt(now)) {
                    if (valid.isEmpty()) {
                        valid = new ArrayList<>(2);
                    }
                    valid.add(held);
                } else {
                    stale = held;
                }
            }
        }
        return valid.isEmpty()
                ? new Decision(false, refusal(subjects, capability, stale, now), valid)
                : new Decision(true, "A permission that is valid now grants it.", valid);
    }

    private static String refusal(
            List<Subject> subjects, String capability, Permission stale, Instant now) {
        if (stale == null) {
            return "No permission for %s is held by %s."
                    .formatted(
                            capability,
                            subjects.stream().map(Subject::toString).collect(joining(", ")));
        }
        boolean early = stale.validFrom() != null && now.isBefore(stale.validFrom());
        return "The permission of %s for %s %s %s."
                .formatted(
                        stale.subject(),
                        capability,
                        early ? "is not valid before" : "was valid until",
                        early ? stale.validFrom() : stale.validUntil());
    }
}
