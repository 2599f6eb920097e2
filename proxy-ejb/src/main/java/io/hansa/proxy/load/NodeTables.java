package io.hansa.proxy.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs statements on the tables in which the nodes tell each other of themselves, by plain SQL that
 * H2 and PostgreSQL share. For one thread at a time.
 */
final class NodeTables {
    private static final int SECONDS_PER_STATEMENT = 2;

    private final String instance = UUID.randomUUID().toString();
    private final Supplier<DataSource> dataSource;

    NodeTables(Supplier<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** Of this process: the key of what this node says. */
    String instance() {
        return instance;
    }

    <T> List<T> query(String sql, Row<T> row, Object... values) {
        return on(
                sql,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<T> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(row.read(rows));
                        }
                        return all;
                    }
                },
                values);
    }

    /** Returns how many rows were changed. */
    int run(String sql, Object... values) {
        return on(sql, PreparedStatement::executeUpdate, values);
    }

    /** From one column to another, both of the database's clock. */
    static long millisBetween(ResultSet row, int from, int to) throws SQLException {
        Duration age =
                Duration.between(
                        row.getObject(from, OffsetDateTime.class),
                        row.getObject(to, OffsetDateTime.class));
        return Math.max(0, age.toMillis());
    }

    private <T> T on(String sql, Work<T> work, Object... values) {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS_PER_STATEMENT);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.on(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "What the nodes tell each other cannot be shared.", failed);
        }
    }
}
