package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a node does once, as soon as the database answers: tables, administrator, registry. */
@Dependent
class RegistryOpening implements Runnable {
    private final FirstAdministrator firstAdministrator;
    private final OneTimePassword oneTimePassword;
    private final Registries registries;
    private final RegistryRefresh refresh;

    @Inject
    RegistryOpening(
            FirstAdministrator firstAdministrator,
            OneTimePassword oneTimePassword,
            Registries registries,
            RegistryRefresh refresh) {
        this.firstAdministrator = firstAdministrator;
        this.oneTimePassword = oneTimePassword;
        this.registries = registries;
        this.refresh = refresh;
    }

    /** Each part may be done again after one that failed. */
    @Override
    public void run() {
        RegistrySchema.migrate(RegistryDataSource.find());
        firstAdministrator.create(
                ConfigProvider.getConfig().getOptionalValue("hansa.admin.password", String.class));
        refresh.open();
        oneTimePassword.removeAfterUse(registries);
    }
}
