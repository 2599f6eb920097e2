package io.hansa.proxy.registry;

import com.fasterxml.jackson.databind.type.TypeFactory;
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
        // Flyway reads its configuration by Jackson. On Payara that is the server's own, and its
        // cache of types would keep Flyway's classes, and so this application's class loader,
        // after the application is undeployed. (seen 2026-11-29 with Payara 6.2025.10)
        TypeFactory.defaultInstance().clearCache();
    }
}
