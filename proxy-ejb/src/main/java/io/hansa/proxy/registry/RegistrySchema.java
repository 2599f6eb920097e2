package io.hansa.proxy.registry;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the registry. */
final class RegistrySchema {
    private RegistrySchema() {}

    /**
     * Brings an empty or an older database up to date. Nodes that start together wait for one
     * another where they share a database, which is a PostgreSQL; an H2 file has one node.
     */
    static void migrate(DataSource dataSource) {
        Flyway.configure(RegistrySchema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
