package io.hansa.bench;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the tables as they are shipped: what the administration API enters is entered here by hand.
 */
class RegistryCopiesTest {
    private static final Path MIGRATIONS = Path.of("../db/src/main/resources/db/migration");
    private static final List<String> ENTERED =
            List.of(
                    "insert into account (name, password_hash, enabled, created_revision, version) values ('bench', 'hash', true, 1, 0)",
                    "insert into account_role values ('bench', 'CALLER')",
                    "insert into capability (name, description, priority, replay, timeout_millis, balancing, created_revision, version) values ('echo', '', 'CORE', 'ONCE', 5000, 'ROUND_ROBIN', 2, 0)",
                    "insert into business_server (id, endpoint, max_concurrent, load_threshold, weight, connect_timeout_millis, timeout_millis, max_reply_bytes, assist, enabled, created_revision, version) values ('echo-1', 'tcp://127.0.0.1:1', 64, 0.8, 1, 500, 2000, 1, '[]', true, 3, 0)",
                    "insert into business_server (id, endpoint, max_concurrent, load_threshold, weight, connect_timeout_millis, timeout_millis, max_reply_bytes, assist, enabled, created_revision, version) values ('echo-2', 'tcp://127.0.0.1:2', 64, 0.8, 1, 500, 2000, 1, '[]', true, 4, 0)");

    @TempDir private Path directory;
    private RegistryServer server;

    @BeforeEach
    void enter() throws SQLException, IOException {
        server = RegistryServer.start(directory);
        try (Connection connection = server.open();
                var statement = connection.createStatement();
                var scripts = Files.list(MIGRATIONS)) {
            for (Path script : scripts.sorted(comparingInt(RegistryCopiesTest::version)).toList()) {
                statement.execute("runscript from '" + script.toAbsolutePath() + "'");
            }
            for (String row : ENTERED) {
                statement.execute(row);
            }
        }
    }

    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    @AfterEach
    void stop() throws SQLException {
        try (Connection connection = server.open();
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } finally {
            server.close();
        }
    }

    @Test
    void copiesReplaceThoseOfTheRunBefore() throws SQLException {
        RegistryCopies copies = new RegistryCopies(server);

        copies.replace(new RegistrySize(1000, 5, 64));
        copies.replace(new RegistrySize(20, 100, 3));

        assertThat(count("account")).isEqualTo(21);
        assertThat(count("account_group")).isEqualTo(20);
        assertThat(count("account_role")).isEqualTo(21);
        assertThat(count("capability")).isEqualTo(101);
        assertThat(count("permission")).isEqualTo(100);
        assertThat(count("business_server")).isEqualTo(5);
        assertThat(count("server_capability")).isEqualTo(300);
        assertThat(number("select revision from registry_revision")).isEqualTo(2);
    }

    @Test
    void copiesHavePasswordAndServersOfTheOriginal() throws SQLException {
        new RegistryCopies(server).replace(new RegistrySize(10, 10, 4));

        assertThat(number("select count(*) from account where password_hash = 'hash'"))
                .isEqualTo(11);
        assertThat(
                        number(
                                "select count(*) from business_server where id like 'copy-%' and endpoint = 'tcp://127.0.0.1:2'"))
                .isEqualTo(2);
    }

    @Test
    void onlyTheNodeGetsInThroughTheServer() throws SQLException {
        Map<String, String> its = server.environment();
        String url = its.get("HANSA_DB_URL");

        DriverManager.getConnection(url, its.get("HANSA_DB_USER"), its.get("HANSA_DB_PASSWORD"))
                .close();

        assertThatThrownBy(() -> DriverManager.getConnection(url, "", ""))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        url.replace("registry", "another"), "", ""))
                .isInstanceOf(SQLException.class);
    }

    private long count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = server.open();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
