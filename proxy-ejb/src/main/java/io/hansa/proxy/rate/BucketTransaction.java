package io.hansa.proxy.rate;

import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** One change of one bucket, on a connection of its own. */
final class BucketTransaction implements SelectForUpdateBasedTransaction {
    private static final String DUPLICATE = "23505";

    private final Connection connection;
    private final String name;
    private final long nowMillis;

    BucketTransaction(Connection connection, String name, long nowMillis) {
        this.connection = connection;
        this.name = name;
        this.nowMillis = nowMillis;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    static RuntimeException unusable(SQLException failed) {
        return new BucketExceptions.BucketExecutionException(failed);
    }

    @Override
    public void begin(Optional<Long> timeoutNanos) {
        attempt(
                () -> {
                    connection.setAutoCommit(false);
                    return null;
                });
    }

    @Override
    public void rollback() {
        attempt(
                () -> {
                    connection.rollback();
                    return null;
                });
    }

    @Override
    public void commit(Optional<Long> timeoutNanos) {
        attempt(
                () -> {
                    connection.commit();
                    return null;
                });
    }

    @Override
    public void release() {
        attempt(
                () -> {
                    connection.setAutoCommit(true);
                    connection.close();
                    return null;
                });
    }

    @Override
    public LockAndGetResult tryLockAndGet(Optional<Long> timeoutNanos) {
        return on(
                "select state from rate_bucket where name = ? for update",
                statement -> {
                    statement.setString(1, name);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next()
                                ? LockAndGetResult.locked(rows.getBytes(1))
                                : LockAndGetResult.notLocked();
                    }
                });
    }

    @Override
    public boolean tryInsertEmptyData(Optional<Long> timeoutNanos) {
        return on(
                "insert into rate_bucket (name, state, used_at) values (?, null, ?)",
                statement -> {
                    statement.setString(1, name);
                    statement.setLong(2, nowMillis);
                    try {
                        return statement.executeUpdate() > 0;
                    } catch (SQLException refused) {
                        if (DUPLICATE.equals(refused.getSQLState())) {
                            return false;
                        }
                        throw refused;
                    }
                });
    }

    @Override
    public void update(byte[] data, RemoteBucketState newState, Optional<Long> timeoutNanos) {
        on(
                "update rate_bucket set state = ?, used_at = ? where name = ?",
                statement -> {
                    statement.setBytes(1, data);
                    statement.setLong(2, nowMillis);
                    statement.setString(3, name);
                    return statement.executeUpdate();
                });
    }

    private <T> T on(String sql, Work<T> work) {
        return attempt(
                () -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        return work.on(statement);
                    }
                });
    }

    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private static <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (SQLException failed) {
            throw unusable(failed);
        }
    }
}
