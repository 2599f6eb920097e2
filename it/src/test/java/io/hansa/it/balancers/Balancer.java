package io.hansa.it.balancers;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.ProcessEnd;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A load balancer with a shipped configuration, until it is closed. */
final class Balancer implements AutoCloseable {
    private final Process process;
    private final int port;

    private Balancer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it takes connections. */
    static Balancer start(List<String> command, Map<String, String> environment, int port)
            throws IOException {
        Path log = Project.path("it/target/balancer-%d.log".formatted(port));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Balancer balancer = new Balancer(builder.start(), port);
        Progress.say("%s is being started on port %d; see %s.", command.get(0), port, log);
        try {
            await("the balancer is up, see " + log)
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(balancer::takesConnections);
            return balancer;
        } catch (RuntimeException late) {
            balancer.close();
            throw late;
        }
    }

    private boolean takesConnections() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The balancer ended by itself.");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        ProcessEnd.of(process, 10);
    }
}
