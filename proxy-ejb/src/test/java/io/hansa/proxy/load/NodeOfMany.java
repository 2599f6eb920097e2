package io.hansa.proxy.load;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.PressureSamples;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** One of a proxy's nodes, whose time passes as it is told. */
final class NodeOfMany {
    private final String name;
    private final Supplier<DataSource> database;
    private final NodeAdmission node;
    private final ProxyLoad load;
    private final StoredLoads stored;
    private final LoadReport report;
    private final SummariesOfMany summaries = new SummariesOfMany();
    private boolean away;
    private long nanos;

    NodeOfMany(String name, int capacity, double threshold, Supplier<DataSource> database) {
        this.name = name;
        this.database = database;
        this.node =
                new NodeAdmission(
                        new Limits(1000, capacity, threshold, 8, 900),
                        PressureSamples.LIMITS,
                        () -> nanos);
        this.load = new ProxyLoad(name, node, () -> nanos);
        NodeTables tables = new NodeTables(() -> away ? new JdbcDataSource() : database.get());
        this.stored = new StoredLoads(tables);
        this.report =
                new LoadReport(
                        load,
                        stored,
                        new SummaryReport(summaries, new StoredSummaries(tables), failure -> {}));
        node.adapt();
    }

    /** Admits so many requests, long enough ago that the smoothed load has followed. */
    void work(int requests) {
        for (int i = 0; i < requests; i++) {
            node.enter(Priority.CORE);
        }
        for (int looks = 0; looks < 100; looks++) {
            node.adapt();
        }
    }

    void turn() {
        report.run();
    }

    void turns(int turns) {
        for (int i = 0; i < turns; i++) {
            turn();
        }
    }

    ProxyLoad load() {
        return load;
    }

    SummariesOfMany summaries() {
        return summaries;
    }

    /** What the database holds of the others. */
    List<NodeLoad> hears() {
        return stored.others();
    }

    /** The time passes, and the node looks at itself. */
    void later(long time, TimeUnit unit) {
        nanos += unit.toNanos(time);
        node.adapt();
    }

    /** The time passes, and the node does not look at itself. */
    void stuckFor(int seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Makes what it said so many seconds older. */
    void silent(int seconds) {
        try (Connection connection = database.get().getConnection();
                var update =
                        connection.prepareStatement(
                                "update node_load set reported_at = reported_at - interval '"
                                        + seconds
                                        + "' second where node = ?")) {
            update.setString(1, name);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    void losesTheDatabase() {
        away = true;
    }

    void stop() {
        node.drain();
        report.leave();
    }
}
