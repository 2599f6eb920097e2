package io.hansa.proxy.idempotency;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.FailedChanges;
import io.hansa.proxy.failure.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Runs single statements, each in a transaction of its own. Safe for many threads. */
final class Statements {
    private final Supplier<DataSource> dataSource;
    private final FailedChanges failures;

    /**
     * @param failures told of each statement that failed
     */
    Statements(Supplier<DataSource> dataSource, FailedChanges failures) {
        this.dataSource = dataSource;
        this.failures = failures;
    }

    /** What is done with a statement whose values are set. */
    interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /**
     * @return how many rows it changed
     * @throws Failure REGISTRY_UNAVAILABLE
     */
    int run(String sql, Object... values) {
        return on(sql, PreparedStatement::executeUpdate, values);
    }

    /**
     * @throws Failure REGISTRY_UNAVAILABLE
     */
    <T> T on(String sql, Work<T> work, Object... values) {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    statement.setBytes(i + 1, bytes);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            return work.on(statement);
        } catch (SQLException | IllegalStateException failed) {
            failures.add(failed);
            throw Failure.of(
                    ErrorCode.REGISTRY_UNAVAILABLE,
                    Effect.NONE,
                    "The database that keeps replies to idempotency keys cannot be asked; try again"
                            + " later.",
                    failed);
        }
    }
}
