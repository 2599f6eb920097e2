package io.hansa.demo.launcher.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/** An H2 server in the launcher, for a registry into which it can enter rows while the node runs. */
final class RegistryServer implements AutoCloseable {
    private final Path directory;
    private final Server server;

    private RegistryServer(Path directory, Server server) {
        this.directory = directory;
        this.server = server;
    }

    /** On the loopback address; the database is made by whoever opens it first. */
    static RegistryServer start(Path directory) throws SQLException {
        // Read once, when H2 is loaded; without it the port is open on every interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        return new RegistryServer(
                directory,
                Server.createTcpServer(
                                "-tcpPort",
                                "0",
                                "-ifNotExists",
                                "-baseDir",
                                directory.toAbsolutePath().toString())
                        .start());
    }

    /** What the node's data source is given. */
    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./registry";
    }

    /** The same database from this process, without the way through the server. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + directory.toAbsolutePath().resolve("registry"), "", "");
    }

    @Override
    public void close() {
        server.stop();
    }
}
