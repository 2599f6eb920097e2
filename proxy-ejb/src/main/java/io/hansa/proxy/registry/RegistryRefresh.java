package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Puts in force what the database holds. Call it outside a transaction. Safe for many threads. */
@Dependent
public class RegistryRefresh {
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
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Registry> registry = loader.load(registries.current());
            if (registry.isPresent()) {
                registries.replace(registry.get());
                return;
            }
        }
        registries.replace(loader.loadUndisturbed(registries.current()));
    }

    /** Does so where the revision has moved on; a database put back to an older state needs a restart. */
    void refreshIfMoved() {
        if (loader.revision() > registries.current().revision()) {
            refresh();
        }
    }
}
