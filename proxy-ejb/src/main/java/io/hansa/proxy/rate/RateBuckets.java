package io.hansa.proxy.rate;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Bucket4j's buckets as rows that are locked while they change, by SQL that H2 and PostgreSQL
 * share.
 */
final class RateBuckets extends AbstractSelectForUpdateBasedProxyManager<String> {
    private final Supplier<DataSource> dataSource;
    private final Clock clock;

    /**
     * @param clock by which buckets are filled: that of all nodes
     */
    RateBuckets(Supplier<DataSource> dataSource, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(new NodesTime(clock)));
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(
            String name, Optional<Long> timeoutNanos) {
        try {
            return new BucketTransaction(dataSource.get().getConnection(), name, clock.millis());
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

    /** Removes buckets that were not used for so long. */
    void removeUnusedFor(Duration unused) {
        try (Connection connection = dataSource.get().getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from rate_bucket where used_at < ?")) {
            delete.setLong(1, clock.millis() - unused.toMillis());
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw BucketTransaction.unusable(failed);
        }
    }
}
