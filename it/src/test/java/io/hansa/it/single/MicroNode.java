package io.hansa.it.single;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.hansa.it.system.OpenIdProvider;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prepares what {@code arquillian.xml} refers to before Arquillian reads it, and sees to it that
 * the node is gone when Arquillian has undeployed. Must therefore be named before Arquillian's own
 * extension.
 */
final class MicroNode implements BeforeAllCallback, AfterAllCallback {
    private static final Path DIRECTORY = Project.path("it/target/single");
    private static final int STOP_SECONDS = 30;

    /** Where the node answers; known from when the class of tests begins. */
    static URI base() {
        return URI.create(System.getProperty("hansa.it.single.base"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path data = Files.createDirectories(DIRECTORY).resolve("data-" + System.nanoTime());
        int port = RunningServer.freePort();
        System.setProperty("hansa.it.single.base", "http://127.0.0.1:" + port);
        System.setProperty(
                "hansa.it.single.jar",
                Project.built("proxy-ear/target/hansa-micro/payara-micro.jar").toString());
        System.setProperty("hansa.it.single.java", joined(java(port, data)));
        System.setProperty("hansa.it.single.micro", joined(micro()));
        Progress.say("A single proxy is being started by Arquillian on port %d.", port);
    }

    private static List<String> java(int port, Path data) throws IOException {
        List<String> options = new ArrayList<>();
        OpenIdProvider.settings().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.addAll(own(port, data));
        return options;
    }

    private static List<String> own(int port, Path data) throws IOException {
        return List.of(
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=false",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dhansa.it.node=" + SeenProxy.ID,
                "-Dhansa.proxy.id=" + SeenProxy.ID,
                "-Dhansa.tls.ipv6.truststore=" + Ipv6Certificate.trust(),
                "-Dhansa.tls.ipv6.truststore-password=" + Ipv6Certificate.PASSWORD,
                "-Dhansa.token.lifetime-seconds=" + SeenProxy.TOKEN_SECONDS,
                "-Dhansa.http.port=" + port,
                "-Dhansa.http.threads=8",
                "-Dhansa.data=" + data,
                "-Dhansa.rar=" + Project.built("proxy-ear/target/hansa-micro/hansa-connector.rar"));
    }

    private static List<String> micro() throws IOException {
        Path commands = Project.path("server-config/micro");
        Path postboot = DIRECTORY.resolve("postboot.asadmin");
        Files.writeString(
                postboot,
                Files.readString(commands.resolve("datasource.asadmin"))
                        + Files.readString(commands.resolve("connector.asadmin")));
        return List.of(
                "--disablephonehome",
                "--prebootcommandfile",
                commands.resolve("preboot.asadmin").toString(),
                "--postbootcommandfile",
                postboot.toString(),
                "--addlibs",
                Project.built("proxy-ear/target/hansa-micro/hansa-grizzly.jar").toString(),
                "--contextroot",
                "/");
    }

    private static String joined(List<String> options) {
        return String.join(" ", options.stream().map(o -> o.replace(" ", "\\ ")).toList());
    }

    /** Arquillian tells the process to end, and does not wait for that. */
    @Override
    public void afterAll(ExtensionContext context) {
        ProcessHandle.current()
                .children()
                .filter(MicroNode::isTheNode)
                .forEach(MicroNode::awaitEnd);
        Progress.say("The single proxy is stopped; its process is gone.");
    }

    private static boolean isTheNode(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("-Dhansa.it.node=" + SeenProxy.ID);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, SECONDS);
        } catch (TimeoutException tooSlow) {
            process.destroyForcibly();
            throw new UncheckedIOException(
                    new IOException(
                            "The single proxy did not stop, and was ended by force.", tooSlow));
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
