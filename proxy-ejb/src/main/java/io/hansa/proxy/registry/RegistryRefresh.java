package io.hansa.proxy.registry;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Puts in force what the database holds. Call it outside a transaction. Safe for many threads. */
@Dependent
public class RegistryRefresh {
    private static final System.Logger LOG = System.getLogger(RegistryRefresh.class.getName());
    private static final int ATTEMPTS = 3;

    private final RegistryLoader loader;
    private final Registries registries;

    @Inject
    public RegistryRefresh(RegistryLoader loader, Registries registries) {
        this.loader = loader;
        this.registries = registries;
    }

    /** Loads the registry and puts it in force on this node; what was committed before is in it. */
    public void refresh() {
        registries.replace(read(registries.current()));
    }

    /**
     * Does so where the revision has moved on. Where it has gone back, as after a fail-over that
     * lost the latest changes or with a backup, what the database holds is in force from then on.
     */
    void refreshIfMoved() {
        long inForce = registries.current().revision();
        long stored = loader.revision();
        if (stored > inForce) {
            refresh();
        } else if (stored < inForce) {
            registries.goBackTo(read(Registry.EMPTY));
            LOG.log(
                    WARNING,
                    "HANSA-3308 The database went back from revision {0} of the registry to {1}, and so did this node."
                            + " Make the changes between them again.",
                    inForce,
                    stored);
        }
    }

    private Registry read(Registry before) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Registry> registry = loader.load(before);
            if (registry.isPresent()) {
                return registry.get();
            }
        }
        return loader.loadUndisturbed(before);
    }
}
