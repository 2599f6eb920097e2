package io.hansa.proxy.administration;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/**
 * Ends what operators have set for a time. The end itself needs no database: every node compares
 * the time. Then one of the nodes removes the entry and records that, once. Run by one thread at a
 * time, about every second.
 */
@Dependent
public class EndOverrides implements Runnable {
    private static final Logger LOG = System.getLogger(EndOverrides.class.getName());
    private static final int TURNS_PER_TRY = 10;

    private final Registries registries;
    private final Breakers breakers;
    private final RemoveEnded removal;
    private final RegistryRefresh refresh;
    private final Clock clock;
    private int turnsToWait;

    @Inject
    EndOverrides(
            Registries registries,
            Breakers breakers,
            RemoveEnded removal,
            RegistryRefresh refresh,
            Clock clock) {
        this.registries = registries;
        this.breakers = breakers;
        this.removal = removal;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public void run() {
        breakers.endSettings();
        if (turnsToWait > 0) {
            turnsToWait--;
            return;
        }
        try {
            if (recordEnds(registries.current())) {
                refresh.refresh();
            }
        } catch (RuntimeException away) {
            turnsToWait = TURNS_PER_TRY;
            LOG.log(
                    Level.WARNING,
                    "HANSA-2102 The end of an override is in force but is not recorded yet; the node tries again.",
                    away);
        }
    }

    private boolean recordEnds(Registry registry) {
        long now = clock.millis();
        boolean ended = false;
        for (OperatingOverride set : registry.overrides().values()) {
            if (set.ended(now)) {
                ended = true;
                remove(() -> removal.override(set.target()));
            }
        }
        for (BreakerSetting set : registry.breakers().values()) {
            if (set.ended(now)) {
                ended = true;
                remove(() -> removal.breaker(set.target()));
            }
        }
        return ended;
    }

    private static void remove(Runnable removal) {
        try {
            removal.run();
        } catch (RemoveEnded.EndedElsewhere byAnotherNode) {
            // The end is recorded.
        }
    }
}
