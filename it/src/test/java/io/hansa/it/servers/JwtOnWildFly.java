package io.hansa.it.servers;

import io.hansa.it.system.NodeSite;
import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A WildFly with the layer {@code microprofile-jwt}, without Hansa, and one application on it. */
final class JwtOnWildFly implements AutoCloseable {
    private static final long STOPPED_WITHIN_SECONDS = 30;

    private final Process process;
    private final URI base;

    private JwtOnWildFly(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Returns when the application answers. */
    static JwtOnWildFly start(Path war) throws IOException {
        Path home = Project.built("it/target/wildfly-with-jwt");
        Files.copy(
                war,
                home.resolve("standalone/deployments/jwt-app.war"),
                StandardCopyOption.REPLACE_EXISTING);
        int port = RunningServer.freePort();
        Path log = Project.path("it/target/wildfly-with-jwt-run.log");
        Process process = command(home, port).redirectOutput(log.toFile()).start();
        JwtOnWildFly started =
                new JwtOnWildFly(
                        process, URI.create("http://127.0.0.1:%d/jwt-app".formatted(port)));
        try {
            NodeSite.onPort(port).awaitAnswer("/jwt-app/up.txt", process, log);
            return started;
        } catch (RuntimeException | Error late) {
            started.close();
            throw late;
        }
    }

    private static ProcessBuilder command(Path home, int port) {
        return new ProcessBuilder(
                        List.of(
                                home.resolve("bin/standalone.sh").toString(),
                                "-b",
                                "127.0.0.1",
                                "-Djboss.http.port=" + port))
                .redirectErrorStream(true);
    }

    URI base() {
        return base;
    }

    /** Ends the server, which the script has started as its child. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        started.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        started.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
