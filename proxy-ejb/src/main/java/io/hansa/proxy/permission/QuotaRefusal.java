package io.hansa.proxy.permission;

import java.time.Instant;
import java.util.List;

/** The refusal of a call because no permission that allows it has any of its quota left. */
public final class QuotaRefusal {
    private QuotaRefusal() {}

    /**
     * @param usedUp not empty
     */
    public static Decision of(
            List<Permission> usedUp, String capability, Instant at, Quotas quotas) {
        Permission first = null;
        QuotaFigures figures = null;
        for (Permission permission : usedUp) {
            QuotaFigures its = last(quotas.figures(permission, at));
            if (figures == null || its.until().isBefore(figures.until())) {
                first = permission;
                figures = its;
            }
        }
        String reason =
                "The quota of the permission %s of %s for %s is used up: %d calls a %s; it begins again at %s."
                        .formatted(
                                first.id(),
                                first.subject(),
                                capability,
                                figures.limit(),
                                figures.period() == Period.DAY ? "day" : "month",
                                figures.until());
        return new Decision(false, reason, usedUp, List.of(), figures.until());
    }

    /** The one for whose end the call has to wait: the latest of those that are used up. */
    private static QuotaFigures last(List<QuotaFigures> all) {
        QuotaFigures last = all.get(0);
        for (QuotaFigures one : all) {
            if (one.left() == 0 && (last.left() > 0 || one.until().isAfter(last.until()))) {
                last = one;
            }
        }
        return last;
    }
}
