package io.hansa.proxy.permission;

import io.hansa.proxy.permission.Quotas.Charge;
import io.hansa.proxy.permission.Quotas.Total;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The use of permissions in the database, which all nodes of the proxy share. By SQL that H2 and
 * PostgreSQL have in common. Rows change in one order on all nodes, so that none waits for another
 * that waits for it.
 */
public final class StoredUse {
    private static final String ADD =
            """
            update permission_quota_use set used = used + ?, changed_at = current_timestamp
            where permission = ? and period = ?""";

    /** Not of a permission that was removed meanwhile. */
    private static final String BEGIN =
            """
            insert into permission_quota_use (used, permission, period, ends_at, changed_at)
            select cast(? as bigint), p.id, cast(? as varchar(10)),
                cast(? as timestamp(6) with time zone), current_timestamp
            from permission p where p.id = ?""";

    private static final String TOTALS =
            "select permission, period, used from permission_quota_use where ends_at > ?";

    /** Longer than a turn and its transaction, so that no change is missed. */
    private static final String RECENT =
            " and changed_at >= current_timestamp - interval '60' second";

    private static final String DUPLICATE = "23505";

    private static final String NOTE =
            "update permission set last_used = ? where id = ? and (last_used is null or last_used < ?)";
    private static final String FORGET = "delete from permission_quota_use where ends_at < ?";

    private final Supplier<DataSource> dataSource;

    public StoredUse(Supplier<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    void add(List<Charge> charges) {
        List<Charge> inOrder = new ArrayList<>(charges);
        inOrder.sort(
                Comparator.comparing(Charge::permission)
                        .thenComparing(charge -> charge.count().name()));
        try {
            addAll(inOrder);
        } catch (IllegalStateException failed) {
            if (!(failed.getCause() instanceof SQLException refused
                    && DUPLICATE.equals(refused.getSQLState()))) {
                throw failed;
            }
            // Another node began the same period at the same time: now there is a row to add to.
            addAll(inOrder);
        }
    }

    private void addAll(List<Charge> charges) {
        transaction(
                connection -> {
                    try (PreparedStatement add = connection.prepareStatement(ADD);
                            PreparedStatement begin = connection.prepareStatement(BEGIN)) {
                        for (Charge charge : charges) {
                            add(charge, add, begin);
                        }
                    }
                    return null;
                });
    }

    private static void add(Charge charge, PreparedStatement add, PreparedStatement begin)
            throws SQLException {
        add.setLong(1, charge.calls());
        add.setString(2, charge.permission());
        add.setString(3, charge.count().name());
        if (add.executeUpdate() == 0) {
            begin.setLong(1, charge.calls());
            begin.setString(2, charge.count().name());
            begin.setObject(3, at(Instant.ofEpochSecond(charge.count().until())));
            begin.setString(4, charge.permission());
            begin.executeUpdate();
        }
    }

    /**
     * What all nodes used in periods that are not over.
     *
     * @param recent leaves out what has not changed lately by the database's own clock
     */
    List<Total> totals(Instant now, boolean recent) {
        return transaction(
                connection -> {
                    try (PreparedStatement totals =
                            connection.prepareStatement(recent ? TOTALS + RECENT : TOTALS)) {
                        totals.setObject(1, at(now));
                        return read(totals);
                    }
                });
    }

    private static List<Total> read(PreparedStatement totals) throws SQLException {
        List<Total> read = new ArrayList<>();
        try (ResultSet rows = totals.executeQuery()) {
            while (rows.next()) {
                read.add(new Total(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return read;
    }

    void note(Map<String, Instant> lastUsed) {
        transaction(
                connection -> {
                    try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                        for (Map.Entry<String, Instant> use : new TreeMap<>(lastUsed).entrySet()) {
                            note.setObject(1, at(use.getValue()));
                            note.setString(2, use.getKey());
                            note.setObject(3, at(use.getValue()));
                            note.addBatch();
                        }
                        return note.executeBatch();
                    }
                });
    }

    /** Forgets periods that were over then. */
    void forget(Instant endedBefore) {
        transaction(
                connection -> {
                    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                        forget.setObject(1, at(endedBefore));
                        return forget.executeUpdate();
                    }
                });
    }

    private <T> T transaction(Work<T> work) {
        try (Connection connection = dataSource.get().getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException away) {
            throw new IllegalStateException("The use of permissions cannot be stored.", away);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
