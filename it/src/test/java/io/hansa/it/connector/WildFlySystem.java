package io.hansa.it.connector;

import io.hansa.it.system.NodeSite;
import io.hansa.it.system.ProcessEnd;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import io.hansa.it.system.StartedNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The provisioned WildFly with a base directory of its own, as a process of its own, and what is
 * deployed to it.
 */
final class WildFlySystem implements StartedNode {
    private static final int CONFIGURED_WITHIN_SECONDS = 120;
    private static final int STOP_SECONDS = 60;
    private static final Path HOME = Project.path("server-config/wildfly/target/wildfly");

    private final NodeSite site;
    private final Process process;

    private WildFlySystem(NodeSite site, Process process) {
        this.site = site;
        this.process = process;
    }

    /**
     * @param archives copied to where the server looks for deployments
     * @param steps of server-config/wildfly/configure, beside those that the server was provisioned
     *     with
     * @param properties system properties of the node
     * @param ready an address that answers 200 when the node is up
     */
    static WildFlySystem start(
            List<Path> archives, List<String> steps, List<String> properties, String ready)
            throws IOException {
        Path base = base(archives);
        configure(base, steps);
        int port = RunningServer.freePort();
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("bin/standalone.sh").toString());
        command.addAll(
                List.of(
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + port,
                        "-Djboss.management.http.port=" + RunningServer.freePort(),
                        "-Dhansa.iiop.port=" + RunningServer.freePort()));
        command.addAll(properties);
        Path log = base.resolve("node.log");
        Progress.say("WildFly is being started on port %d.", port);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        Map.of(
                                "LAUNCH_JBOSS_IN_BACKGROUND",
                                "1",
                                "JAVA_OPTS",
                                "-Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        WildFlySystem node = new WildFlySystem(NodeSite.onPort(port), process);
        try {
            node.site.awaitAnswer(ready, process, log);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    @Override
    public NodeSite site() {
        return site;
    }

    @Override
    public void close() {
        ProcessEnd.of(process, STOP_SECONDS);
        Progress.say("WildFly at %s is stopped.", site.base());
    }

    private static Path base(List<Path> archives) throws IOException {
        Path base = Project.path("it/target/wildfly/base-" + System.nanoTime());
        copy(HOME.resolve("standalone/configuration"), base.resolve("configuration"));
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        for (Path archive : archives) {
            Files.copy(archive, deployments.resolve(archive.getFileName()));
        }
        return base;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void configure(Path base, List<String> steps) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Project.path("server-config/wildfly/configure").toString());
        command.addAll(steps);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of("WILDFLY_HOME", HOME.toString(), "WILDFLY_BASE", base.toString()));
        Path log = base.resolve("configure.log");
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(CONFIGURED_WITHIN_SECONDS, TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("WildFly could not be configured; see " + log);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The test is being stopped.", stopping);
        }
    }
}
