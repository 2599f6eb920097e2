package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RegistrySchemaTest {
    @Test
    void migratesOnceWhenTwoNodesStartTogether() throws Exception {
        DataSource dataSource = RegistryDatabase.h2DataSource();
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
