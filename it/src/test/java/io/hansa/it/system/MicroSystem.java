package io.hansa.it.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
public final class MicroSystem implements AutoCloseable {
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

    /** Returns when the node answers. */
    public static MicroSystem start(MicroOrder order) throws IOException {
        Path directory =
                Files.createDirectories(Project.path("it/target/micro/n" + System.nanoTime()));
        int port = RunningServer.freePort();
        StringBuilder postboot = new StringBuilder();
        for (String file : order.commands()) {
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
                        "-Dhansa.http.threads=8",
                        "-Dhansa.data=" + directory,
                        "-Dhansa.rar="
                                + Project.built(
                                        "proxy-ear/target/hansa-micro/hansa-connector.rar")));
        command.addAll(order.properties());
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
                        "/"));
        command.addAll(order.options());
        command.addAll(List.of("--deploy", order.war().toString()));
        Progress.say("A node is being started on port %d.", port);
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(order.environment());
        MicroSystem node =
                new MicroSystem(
                        directory,
                        port,
                        process.redirectOutput(directory.resolve("node.log").toFile()).start());
        try {
            node.awaitAnswer(order.ready());
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> post(String path, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(base().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** Ends it without a word, as a failure of the machine would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        Progress.say("The node on port %d is dead.", port);
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
