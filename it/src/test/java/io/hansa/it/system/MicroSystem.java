package io.hansa.it.system;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Payara Micro with the shipped resource adapter and one WAR, as a process of its own. */
public final class MicroSystem implements StartedNode {
    private static final int STOP_SECONDS = 30;
    private static final String GRIZZLY = "proxy-ear/target/hansa-micro/hansa-grizzly.jar";
    private static final Path COMMANDS = Project.path("server-config/micro");

    private final NodeSite site;
    private final Process process;

    private MicroSystem(NodeSite site, Process process) {
        this.site = site;
        this.process = process;
    }

    /** Returns when the node answers. */
    public static MicroSystem start(MicroOrder order) throws IOException {
        return start(order, RunningServer.freePort(), freshDirectory());
    }

    /** A directory for the data of a node, which no other one uses. */
    public static Path freshDirectory() throws IOException {
        return Files.createDirectories(Project.path("it/target/micro/n" + System.nanoTime()));
    }

    /**
     * The same at a port, with the data of an earlier run.
     *
     * @param directory of its registry and its log
     */
    public static MicroSystem start(MicroOrder order, int port, Path directory) throws IOException {
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
                        "-Djava.net.preferIPv4Stack=false",
                        "-Dsun.net.inetaddr.ttl=5",
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
        command.addAll(List.of("--addlibs", libraries(order)));
        command.addAll(List.of("--deploy", order.war().toString()));
        Progress.say("A node is being started on port %d.", port);
        Path log = directory.resolve("node.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(order.environment());
        MicroSystem node = new MicroSystem(NodeSite.onPort(port), builder.start());
        try {
            node.site.awaitAnswer(order.ready(), node.process, log);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static String libraries(MicroOrder order) {
        return Stream.concat(Stream.of(Project.built(GRIZZLY)), order.libraries().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public NodeSite site() {
        return site;
    }

    public URI base() {
        return site.base();
    }

    public long pid() {
        return process.pid();
    }

    /** Tells it to end, and waits until it has ended. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "The node on port %d did not stop.".formatted(base().getPort()));
        }
    }

    /** Ends it without a word, as a failure of the machine would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        Progress.say("The node on port %d is dead.", base().getPort());
    }

    /** Stops it in the midst of its work; its connections stay. */
    public void suspend() throws IOException {
        signal("-STOP");
    }

    /** It goes on where it stopped. */
    public void resume() throws IOException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException {
        run("kill", name, Long.toString(process.pid()));
    }

    /**
     * From now on none of its files may become larger. (prlimit of Debian's util-linux)
     *
     * @param bytes {@code unlimited} ends it
     */
    public void limitFiles(String bytes) throws IOException {
        run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited");
    }

    private void run(String... command) throws IOException {
        Process running = new ProcessBuilder(command).start();
        if (running.onExit().join().exitValue() != 0) {
            throw new IOException(
                    "%s failed for the node on port %d."
                            .formatted(String.join(" ", command), base().getPort()));
        }
    }

    @Override
    public void close() {
        ProcessEnd.of(process, STOP_SECONDS);
        Progress.say("The node on port %d is stopped.", base().getPort());
    }
}
