package io.hansa.proxy.rate;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Bucket4j's buckets as rows that are locked while they change, by SQL that H2 and PostgreSQL
 * share.
 */
final class RateBuckets extends AbstractSelectForUpdateBasedProxyManager<String> {
    private final Supplier<DataSource> dataSource;

    RateBuckets(Supplier<DataSource> dataSource) {
        super(ClientSideConfig.getDefault());
        this.dataSource = dataSource;
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(
            String name, Optional<Long> timeoutNanos) {
        try {
            return new BucketTransaction(dataSource.get().getConnection(), name);
        } catch (SQLException away) {
            throw BucketTransaction.unusable(away);
        }
    }

    @Override
    public void removeProxy(String name) {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from rate_bucket where name = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw BucketTransaction.unusable(failed);
        }
    }

    /** Removes buckets that were not used since. */
    void removeUnusedSince(long millis) {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from rate_bucket where used_at < ?")) {
            delete.setLong(1, millis);
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw BucketTransaction.unusable(failed);
        }
    }
}
