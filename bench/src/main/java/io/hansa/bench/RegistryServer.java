package io.hansa.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;

/**
 * An H2 server in the launcher, for a registry into which it can enter rows while the node runs.
 * Who is in the database may run code in this process, so its only user has a name and a password
 * that no other process on this machine knows.
 */
final class RegistryServer implements AutoCloseable {
    private final String user = UUID.randomUUID().toString();
    private final String password = UUID.randomUUID().toString();
    private final Path directory;
    private final Server server;

    private RegistryServer(Path directory, Server server) {
        this.directory = directory;
        this.server = server;
    }

    /**
     * On the loopback address, with an empty database; others cannot be made through the server.
     */
    static RegistryServer start(Path directory) throws SQLException {
        // Read once, when H2 is loaded; without it the port is open on every interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server =
                Server.createTcpServer(
                        "-tcpPort", "0", "-baseDir", directory.toAbsolutePath().toString());
        RegistryServer registry = new RegistryServer(directory, server);
        registry.open().close();
        server.start();
        return registry;
    }

    /** What the node's data source is given. */
    Map<String, String> environment() {
        return Map.of(
                "HANSA_DB_URL",
                "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./registry",
                "HANSA_DB_USER",
                user,
                "HANSA_DB_PASSWORD",
                password);
    }

    /** The same database from this process, not through the server. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + directory.toAbsolutePath().resolve("registry"), user, password);
    }

    @Override
    public void close() {
        server.stop();
    }
}
