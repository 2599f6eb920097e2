package io.hansa.it.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of its own, which can be stopped, started again, and frozen. For one thread. */
public final class PostgresSystem implements AutoCloseable {
    private static final Path DIRECTORY = Project.path("it/target/postgres");

    private static final int LOGS_AHEAD = 4;

    private final int port;
    private final Path data;
    private EmbeddedPostgres running;

    private PostgresSystem(int port, Path data) {
        this.port = port;
        this.data = data;
    }

    public static PostgresSystem start() throws IOException {
        return startIn(Files.createDirectories(DIRECTORY));
    }

    /** With its data in a new directory within that one. */
    public static PostgresSystem startIn(Path directory) throws IOException {
        Path data = directory.resolve("p" + System.nanoTime()).toAbsolutePath();
        PostgresSystem database = new PostgresSystem(RunningServer.freePort(), data);
        database.startAgain();
        return database;
    }

    /** On the loopback address. */
    public int port() {
        return port;
    }

    /**
     * Of the nodes that share this database. Each keeps its snapshot of the registry beside it, and
     * one of another database would be believed more than this one.
     */
    public Path keyFile() throws IOException {
        return Files.createDirectories(DIRECTORY.resolve(data.getFileName() + "-nodes"))
                .toAbsolutePath()
                .resolve("secret.key");
    }

    /** With the data and at the port of before. */
    public void startAgain() throws IOException {
        running =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .start();
        Progress.say("The database runs on port %d.", port);
    }

    public void stop() throws IOException {
        running.close();
        running = null;
        Progress.say("The database is stopped.");
    }

    /** Stops all of its processes in the midst of their work; its connections stay. */
    public void freeze() throws IOException {
        signal("-STOP");
        Progress.say("The database is frozen.");
    }

    public void thaw() throws IOException {
        signal("-CONT");
        Progress.say("The database goes on.");
    }

    private void signal(String name) throws IOException {
        long postmaster =
                Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
        List<String> pids =
                Stream.concat(Stream.of(parent), parent.descendants())
                        .map(process -> Long.toString(process.pid()))
                        .toList();
        Process kill =
                new ProcessBuilder(Stream.concat(Stream.of("kill", name), pids.stream()).toList())
                        .start();
        kill.onExit().join();
    }

    /**
     * Has files of the write-ahead log ready for what comes next, as a database has that is at work
     * for long. Where the disk has no room for the next one, all of its processes start anew.
     */
    public void haveLogsAhead() throws SQLException {
        for (int file = 0; file < LOGS_AHEAD; file++) {
            sql(
                    "select pg_logical_emit_message(true, 'test', 'one more')",
                    "select pg_switch_wal()");
        }
        sql("checkpoint");
    }

    public void sql(String... statements) throws SQLException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** A node whose registry it is. */
    public MicroOrder node(List<String> properties) {
        return MicroOrder.node(
                properties,
                driver(),
                Map.of(
                        "HANSA_DB_URL",
                        "jdbc:postgresql://localhost:%d/postgres".formatted(port),
                        "HANSA_DB_USER",
                        "postgres",
                        "HANSA_DB_PASSWORD",
                        "postgres"));
    }

    private static Path driver() {
        return Path.of(
                URI.create(
                        org.postgresql.Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()));
    }

    @Override
    public void close() throws IOException {
        if (running != null) {
            stop();
        }
    }
}
