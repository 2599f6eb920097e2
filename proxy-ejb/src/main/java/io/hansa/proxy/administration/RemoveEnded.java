package io.hansa.proxy.administration;

import io.hansa.proxy.breaker.BreakerJson;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OverrideJson;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serial;
import java.time.Clock;

/**
 * Removes one entry whose end has come, with its audit record. The revision's lock orders the
 * nodes: the first one removes the entry, the others find nothing.
 */
@Dependent
class RemoveEnded {
    /** No name of an account has a parenthesis. */
    private static final String BY = "hansa (until)";

    private final Revisions revisions;
    private final StoredOverrides overrides;
    private final BreakerSettings breakers;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    RemoveEnded(
            Revisions revisions,
            StoredOverrides overrides,
            BreakerSettings breakers,
            AuditTrail audit,
            Clock clock) {
        this.revisions = revisions;
        this.overrides = overrides;
        this.breakers = breakers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rolls the transaction back, so that no revision is without a change. */
    static final class EndedElsewhere extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        EndedElsewhere() {
            super("the end is recorded already", null, false, false);
        }
    }

    /**
     * @throws EndedElsewhere where there is nothing to end
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void override(String target) {
        long revision = revisions.next();
        OperatingOverride ended =
                overrides
                        .find(target)
                        .filter(set -> set.ended(clock.millis()))
                        .orElseThrow(EndedElsewhere::new);
        overrides.remove(target);
        note(revision, Kind.OVERRIDE, target, OverrideJson.print(ended));
    }

    /**
     * @throws EndedElsewhere where there is nothing to end
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void breaker(String target) {
        long revision = revisions.next();
        BreakerSetting ended =
                breakers.find(target)
                        .filter(set -> set.ended(clock.millis()))
                        .orElseThrow(EndedElsewhere::new);
        breakers.remove(target);
        note(revision, Kind.BREAKER, target, BreakerJson.print(ended));
    }

    private void note(long revision, Kind kind, String target, JsonObject ended) {
        revisions.noteRemoved(revision, kind.part(), target);
        audit.removed(BY, kind, new Item(target, ended, 0), null);
    }
}
