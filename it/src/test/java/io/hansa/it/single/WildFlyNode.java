package io.hansa.it.single;

import io.hansa.it.system.OpenIdProvider;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.RemoteTransport;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prepares what {@code arquillian-wildfly.xml} refers to before Arquillian reads it: a base
 * directory of its own for the provisioned WildFly, with a user for remote callers. Must therefore
 * be named before Arquillian's own extension.
 */
final class WildFlyNode implements BeforeAllCallback {
    private static final String USER = "caller";
    private static final String PASSWORD = "of a calling server";

    private static int port;
    private static int iiopPort;

    static URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    static List<RemoteTransport> ways() {
        return List.of(
                remoting(Map.of("WILDFLY_USER", USER, "WILDFLY_PASSWORD", PASSWORD)),
                RemoteTransport.iiop("127.0.0.1:" + iiopPort));
    }

    static RemoteTransport remoting(Map<String, String> shown) {
        return RemoteTransport.remoting("remote+http://127.0.0.1:" + port, shown);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path home = Project.built("server-config/wildfly/target/wildfly");
        Path base = Project.path("it/target/wildfly/base-" + System.nanoTime());
        port = RunningServer.freePort();
        iiopPort = RunningServer.freePort();
        int management = RunningServer.freePort();
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        addUser(home, base.resolve("configuration"));
        withIiop(home, base);
        System.setProperty("hansa.it.wildfly.home", home.toString());
        System.setProperty("hansa.it.wildfly.management", Integer.toString(management));
        System.setProperty(
                "hansa.it.wildfly.arguments",
                String.join(
                        " ",
                        issuers(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + port,
                        "-Djboss.management.http.port=" + management,
                        "-Dhansa.iiop.port=" + iiopPort,
                        "-Dhansa.iiop.advertised=127.0.0.1:" + iiopPort,
                        "-Dhansa.proxy.id=" + SeenProxy.ID,
                        "-Dhansa.tls.ipv6.truststore=" + Ipv6Certificate.trust(),
                        "-Dhansa.tls.ipv6.truststore-password=" + Ipv6Certificate.PASSWORD,
                        "-Dhansa.token.lifetime-seconds=" + SeenProxy.TOKEN_SECONDS));
        Progress.say("WildFly is being started by Arquillian on port %d.", port);
    }

    private static String issuers() {
        return OpenIdProvider.settings().entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** By the step that is shipped for it; without it WildFly has no IIOP. */
    private static void withIiop(Path home, Path base) throws IOException {
        ProcessBuilder step =
                new ProcessBuilder(
                        Project.path("server-config/wildfly/configure").toString(), "iiop");
        step.environment().put("WILDFLY_HOME", home.toString());
        step.environment().put("WILDFLY_BASE", base.toString());
        ended(step, "IIOP could not be switched on: ");
    }

    private static void addUser(Path home, Path configuration) throws IOException {
        ended(
                new ProcessBuilder(
                        home.resolve("bin/add-user.sh").toString(),
                        "-a",
                        "-s",
                        "-u",
                        USER,
                        "-p",
                        PASSWORD,
                        "-sc",
                        configuration.toString()),
                "The user could not be added: ");
    }

    private static void ended(ProcessBuilder command, String otherwise) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(otherwise + said);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
