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
 * The nodes' loads in the registry's database, by plain SQL that H2 and PostgreSQL share. For one
 * thread at a time.
 */
final class StoredLoads {
    private static final int SECONDS_PER_STATEMENT = 2;

    private final String instance = UUID.randomUUID().toString();
    private final Supplier<DataSource> dataSource;

    StoredLoads(Supplier<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** What all other nodes last said. */
    List<NodeLoad> others() {
        return on(
                """
                select node, load, capacity, threshold, accepting, reported_at, current_timestamp
                from node_load where instance <> ? order by node, instance""",
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<NodeLoad> others = new ArrayList<>();
                        while (rows.next()) {
                            others.add(load(rows));
                        }
                        return others;
                    }
                },
                instance);
    }

    /** Says how loaded this node is. */
    void say(NodeLoad here) {
        Object[] values = {
            here.node(), here.load(), here.capacity(), here.threshold(), here.accepting(), instance
        };
        int changed =
                run(
                        """
                        update node_load set node = ?, load = ?, capacity = ?, threshold = ?, accepting = ?,
                        reported_at = current_timestamp where instance = ?""",
                        values);
        if (changed == 0) {
            run(
                    """
                    insert into node_load (node, load, capacity, threshold, accepting, instance, reported_at)
                    values (?, ?, ?, ?, ?, ?, current_timestamp)""",
                    values);
        }
    }

    /** Takes back what this node said. */
    void leave() {
        run("delete from node_load where instance = ?", instance);
    }

    /** Forgets nodes that said nothing for ten minutes. */
    void removeSilent() {
        run("delete from node_load where reported_at < current_timestamp - interval '10' minute");
    }

    private static NodeLoad load(ResultSet row) throws SQLException {
        Duration age =
                Duration.between(
                        row.getObject("reported_at", OffsetDateTime.class),
                        row.getObject(7, OffsetDateTime.class));
        return new NodeLoad(
                row.getString("node"),
                row.getDouble("load"),
                row.getDouble("capacity"),
                row.getDouble("threshold"),
                row.getBoolean("accepting"),
                Math.max(0, age.toMillis()));
    }

    private int run(String sql, Object... values) {
        return on(sql, PreparedStatement::executeUpdate, values);
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
            throw new IllegalStateException("The loads of the nodes cannot be shared.", failed);
        }
    }
}
