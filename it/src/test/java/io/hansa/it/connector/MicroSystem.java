package io.hansa.it.connector;

import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Payara Micro with the shipped resource adapter and one WAR, as a process of its own. */
final class MicroSystem implements AutoCloseable {
    private static final int STOP_SECONDS = 30;
    private static final Path COMMANDS = Project.path("server-config/micro");

    private final NodeSite site;
    private final Process process;

    private MicroSystem(NodeSite site, Process process) {
        this.site = site;
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
        int port = NodeSite.freePort();
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
        Path log = directory.resolve("node.log");
        Progress.say("A node is being started on port %d.", port);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        MicroSystem node = new MicroSystem(NodeSite.onPort(port), process);
        try {
            node.site.awaitAnswer(ready, process, log);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    NodeSite site() {
        return site;
    }

    URI base() {
        return site.base();
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
        Progress.say("The node at %s is stopped.", site.base());
    }
}
