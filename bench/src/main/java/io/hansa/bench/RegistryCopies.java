package io.hansa.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills the registry with copies of rows that the administration API made: entering 100,000
 * accounts one by one would take hours, of which most is hashing passwords. The copies of an
 * account have its password, too. Confined to one thread.
 */
final class RegistryCopies {
    static final String GROUP = "copies";

    private static final List<String> REMOVE =
            List.of(
                    "delete from account_group where account like 'bench-%'",
                    "delete from account_role where account like 'bench-%'",
                    "delete from account where name like 'bench-%'",
                    "delete from permission where capability like 'echo-%'",
                    "delete from capability where name like 'echo-%'",
                    "delete from server_capability where capability like 'echo-%' or server like 'copy-%'",
                    "delete from business_server where id like 'copy-%'");

    private static final String ACCOUNTS =
            """
            insert into account (name, password_hash, enabled, created_revision, version)
            select 'bench-' || x, password_hash, enabled, created_revision, version
            from account cross join system_range(0, ? - 1) where name = 'bench'""";
    private static final String ROLES =
            """
            insert into account_role (account, role_name)
            select 'bench-' || x, role_name
            from account_role cross join system_range(0, ? - 1) where account = 'bench'""";
    private static final String GROUPS =
            """
            insert into account_group (account, group_name)
            select 'bench-' || x, 'copies' from system_range(0, ? - 1)""";
    private static final String CAPABILITIES =
            """
            insert into capability (name, description, priority, replay, timeout_millis, balancing,
                rate_limit_permits, rate_limit_per_millis, created_revision, version)
            select 'echo-' || x, description, priority, replay, timeout_millis, balancing,
                rate_limit_permits, rate_limit_per_millis, created_revision, version
            from capability cross join system_range(0, ? - 1) where name = 'echo'""";
    private static final String PERMISSIONS =
            """
            insert into permission (id, subject_kind, subject_name, capability)
            select random_uuid(), 'GROUP', 'copies', 'echo-' || x from system_range(0, ? - 1)""";
    private static final String SERVERS =
            """
            insert into business_server (id, endpoint, framing, charset, max_concurrent, load_threshold,
                weight, connect_timeout_millis, timeout_millis, max_reply_bytes, assist, enabled,
                created_revision, version)
            select 'copy-' || x, endpoint, framing, charset, max_concurrent, load_threshold,
                weight, connect_timeout_millis, timeout_millis, max_reply_bytes, assist, enabled,
                created_revision, version
            from business_server cross join system_range(0, ? - 1) where id = 'echo-' || (1 + mod(x, 2))""";
    private static final String OFFERS =
            """
            insert into server_capability (server, capability)
            select 'copy-' || s.x, 'echo-' || c.x
            from system_range(0, ? - 1) s cross join system_range(0, ? - 1) c""";
    private static final String RAISE =
            "update registry_revision set revision = revision + 1 where id = 1";

    private final RegistryServer database;

    RegistryCopies(RegistryServer database) {
        this.database = database;
    }

    /** What was there of these is replaced, and the nodes are told, in one transaction. */
    void replace(RegistrySize size) throws SQLException {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            run(connection, RAISE);
            for (String statement : REMOVE) {
                run(connection, statement);
            }
            run(connection, ACCOUNTS, size.accounts());
            run(connection, ROLES, size.accounts());
            run(connection, GROUPS, size.accounts());
            run(connection, CAPABILITIES, size.capabilities());
            run(connection, PERMISSIONS, size.capabilities());
            run(connection, SERVERS, size.servers());
            run(connection, OFFERS, size.servers(), size.capabilities());
            connection.commit();
        }
    }

    private static void run(Connection connection, String statement, int... numbers)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < numbers.length; i++) {
                prepared.setInt(i + 1, numbers[i]);
            }
            prepared.executeUpdate();
        }
    }
}
