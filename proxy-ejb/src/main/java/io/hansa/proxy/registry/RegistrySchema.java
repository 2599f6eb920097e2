package io.hansa.proxy.registry;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the registry. */
final class RegistrySchema {
    private RegistrySchema() {}

    /** Brings an empty or an older database up to date; nodes that start together wait for one another. */
    static void migrate(DataSource dataSource) {
        Flyway.configure(RegistrySchema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
