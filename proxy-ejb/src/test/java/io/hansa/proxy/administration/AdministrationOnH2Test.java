package io.hansa.proxy.administration;

import io.hansa.proxy.registry.RegistryDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class AdministrationOnH2Test extends AdministrationBehaviour {
    private static RegistryDatabase database;

    @BeforeAll
    static void open() {
        database = RegistryDatabase.h2();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Override
    RegistryDatabase database() {
        return database;
    }
}
