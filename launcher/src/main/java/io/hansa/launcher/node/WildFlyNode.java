package io.hansa.launcher.node;

import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * A node on the slim WildFly. Its base directory is its own, a copy of the installation's; the
 * installation itself is only read, so that several nodes can use it.
 */
public final class WildFlyNode {

    private final Workspace workspace;
    private final NodePlan plan;
    private final Path base;

    private WildFlyNode(Workspace workspace, NodePlan plan) {
        this.workspace = workspace;
        this.plan = plan;
        this.base = plan.directory().resolve("server");
    }

    /**
     * Writes the node's files; what it returns runs in the foreground of its own process.
     *
     * @param iiopPort where remote EJBs are reached over IIOP; empty: nowhere
     */
    public static ProcessOrder prepare(Workspace workspace, NodePlan plan, OptionalInt iiopPort)
            throws IOException, InterruptedException {
        return new WildFlyNode(workspace, plan).order(iiopPort);
    }

    private ProcessOrder order(OptionalInt iiopPort) throws IOException, InterruptedException {
        PrivateFiles.directory(plan.files().data());
        PrivateFiles.directory(plan.directory().resolve("temporary"));
        copy("configuration");
        Path deployments = PrivateFiles.directory(base.resolve("deployments"));
        Files.copy(workspace.ear(), deployments.resolve("hansa.ear"));
        if (plan.extranet().isPresent()) {
            configure("extranet");
        }
        if (iiopPort.isPresent()) {
            configure("iiop");
        }
        return new ProcessOrder(
                plan.name(), plan.directory(), command(iiopPort), plan.variables(), plan.log());
    }

    /**
     * Lets a user of the server in over remote+http, as {@code bin/add-user.sh -a} does. To be
     * called after {@link #prepare}. (WildFly's users files hold the MD5 of {@code
     * user:realm:password}, which is what DIGEST-MD5 compares)
     */
    public static void addUser(NodePlan plan, String user, String password) throws IOException {
        Path users =
                plan.directory()
                        .resolve("server")
                        .resolve("configuration")
                        .resolve("application-users.properties");
        String digest = md5(user + ":ApplicationRealm:" + password);
        String before = Files.exists(users) ? Files.readString(users) + "\n" : "";
        PrivateFiles.write(users, before + user + "=" + digest + "\n");
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void copy(String directory) throws IOException {
        Path source = workspace.wildfly().resolve("standalone").resolve(directory);
        Path target = PrivateFiles.directory(base.resolve(directory));
        try (var files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private List<String> command(OptionalInt iiopPort) {
        StandaloneCommandBuilder command =
                StandaloneCommandBuilder.of(workspace.wildfly())
                        .setJavaHome(workspace.java().getParent().getParent())
                        .setJavaOptions(plan.jvm().options())
                        .addJavaOption("-Djava.io.tmpdir=" + plan.directory().resolve("temporary"))
                        .setBaseDirectory(base)
                        .addServerArguments(
                                "-Djboss.bind.address=" + plan.listeners().host(),
                                "-Djboss.http.port=" + plan.httpPort(),
                                "-Djboss.management.http.port=0",
                                "-Dhansa.listen=" + plan.listeners().host(),
                                "-Dhansa.http.port=" + plan.httpPort(),
                                "-Dhansa.http.threads=" + Workers.count(),
                                "-Dhansa.data=" + plan.files().data());
        iiopPort.ifPresent(port -> command.addServerArgument("-Dhansa.iiop.port=" + port));
        return command.build();
    }

    /** Runs a step of server-config over the node's own configuration. */
    private void configure(String step) throws IOException, InterruptedException {
        Path log = plan.directory().resolve("configure.log");
        ProcessBuilder script =
                new ProcessBuilder(
                        workspace.wildflyConfiguration().resolve("configure").toString(), step);
        script.environment().put("WILDFLY_HOME", workspace.wildfly().toString());
        script.environment().put("WILDFLY_BASE", base.toString());
        script.redirectErrorStream(true).redirectOutput(log.toFile());
        if (script.start().waitFor() != 0) {
            throw new LaunchException(
                    "WildFly could not be configured; run the build again: "
                            + Files.readString(log).strip());
        }
    }
}
