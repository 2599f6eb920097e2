package io.hansa.demo.shop.pricing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The price server's own H2 database: in the given directory, or in memory. Opening it creates the
 * tables and enters the demo's prices; rows that are there are set back to them.
 */
final class PriceDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final JdbcConnectionPool pool;

    private PriceDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
        pool.setMaxConnections(CONNECTIONS);
    }

    static PriceDatabase open(Optional<Path> directory) throws SQLException, IOException {
        String place =
                directory
                        .map(path -> "file:" + path.resolve("prices").toAbsolutePath())
                        .orElse("mem:" + UUID.randomUUID());
        PriceDatabase database =
                new PriceDatabase(JdbcConnectionPool.create("jdbc:h2:" + place, "prices", ""));
        database.run("schema.sql");
        database.run("prices.sql");
        return database;
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    private void run(String script) throws SQLException, IOException {
        try (var in = PriceDatabase.class.getResourceAsStream(script);
                var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
