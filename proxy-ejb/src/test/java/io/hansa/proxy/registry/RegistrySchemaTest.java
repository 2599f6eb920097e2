package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RegistrySchemaTest {
    /** On PostgreSQL, as only there several nodes share one database. */
    @Test
    void migratesOnceWhenTwoNodesStartTogether() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            migratesOnce(server.getPostgresDatabase());
        }
    }

    private static void migratesOnce(DataSource dataSource) throws Exception {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> RegistrySchema.migrate(dataSource)),
                        CompletableFuture.runAsync(() -> RegistrySchema.migrate(dataSource)))
                .get(30, TimeUnit.SECONDS);
        RegistrySchema.migrate(dataSource);
        try (var connection = dataSource.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select count(*), count(distinct "version") from "flyway_schema_history"
                                        where "success" = true and "version" is not null""")) {
            rows.next();
            assertThat(rows.getInt(1)).isPositive().isEqualTo(rows.getInt(2));
        }
    }
}
