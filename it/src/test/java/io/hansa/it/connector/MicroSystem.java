package io.hansa.it.connector;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Payara Micro with the shipped resource adapter and one WAR, as a process of its own. */
final class MicroSystem implements AutoCloseable {
    private static final int STOP_SECONDS = 30;
    private static final Path COMMANDS = Project.path("server-config/micro");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path directory;
    private final int port;
    private final Process process;

    private MicroSystem(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /**
     * @param commands files of server-config/micro that are run after the boot
     * @param properties system properties of the node
     * @param ready an address that answers 200 when the node is up
     */
    static MicroSystem start(Path war, List<String> commands, List<String> properties, String ready)
            throws IOException {
        Path directory =
                Files.createDirectories(Project.path("it/target/connector/n" + System.nanoTime()));
        int port = freePort();
        StringBuilder postboot = new StringBuilder();
        for (String file : commands) {
            postboot.append(Files.readString(COMMANDS.resolve(file))).append('\n');
        }
        Path script = Files.writeString(directory.resolve("postboot.asadmin"), postboot);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dhansa.http.port=" + port,
                        "-Dhansa.data=" + directory,
                        "-Dhansa.rar="
                                + Project.built(
                                        "proxy-ear/target/hansa-micro/hansa-connector.rar")));
        command.addAll(properties);
        command.addAll(
                List.of(
                        "-jar",
                        Project.built("proxy-ear/target/hansa-micro/payara-micro.jar").toString(),
                        "--disablephonehome",
                        "--prebootcommandfile",
                        COMMANDS.resolve("preboot.asadmin").toString(),
                        "--postbootcommandfile",
                        script.toString(),
                        "--contextroot",
                        "/",
                        "--deploy",
                        war.toString()));
        Progress.say("A node is being started on port %d.", port);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("node.log").toFile())
                        .start();
        MicroSystem node = new MicroSystem(directory, port, process);
        try {
            node.awaitAnswer(ready);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(base().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Progress.say("The node on port %d is stopped.", port);
    }

    private void awaitAnswer(String path) {
        await("the node is up, see " + directory.resolve("node.log"))
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(
                        () ->
                                send(HttpRequest.newBuilder(base().resolve(path)).build())
                                                .statusCode()
                                        == 200);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The test is being stopped.", stopping);
        }
    }
}
