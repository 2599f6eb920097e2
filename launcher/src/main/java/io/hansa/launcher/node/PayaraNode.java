package io.hansa.launcher.node;

import io.hansa.launcher.process.Ports;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;

/**
 * A node on Payara Server. Its domain is its own, a copy of the one that the build configured; the
 * installation is only read, so that several nodes can use it.
 */
public final class PayaraNode {
    private static final String DOMAIN = "hansa";

    private final Workspace workspace;
    private final NodePlan plan;
    private final Path domains;

    private PayaraNode(Workspace workspace, NodePlan plan) {
        this.workspace = workspace;
        this.plan = plan;
        this.domains = plan.directory().resolve("server");
    }

    /**
     * Writes the node's files; what it returns runs in the foreground of its own process.
     *
     * @param iiopPort where remote EJBs are reached over IIOP; empty: nowhere
     */
    public static ProcessOrder prepare(Workspace workspace, NodePlan plan, OptionalInt iiopPort)
            throws IOException, InterruptedException {
        return new PayaraNode(workspace, plan).order(iiopPort);
    }

    private ProcessOrder order(OptionalInt iiopPort) throws IOException, InterruptedException {
        PrivateFiles.directory(domains);
        copyDomain();
        Path data = domains.resolve(DOMAIN).resolve("data");
        PrivateFiles.remove(data);
        Files.createSymbolicLink(data, PrivateFiles.directory(plan.files().data()));
        PrivateFiles.write(
                domains.resolve(DOMAIN).resolve("config").resolve("admin-keyfile"),
                unusableAdministrator());
        Files.copy(
                workspace.ear(),
                Files.createDirectories(domains.resolve(DOMAIN).resolve("autodeploy"))
                        .resolve("hansa.ear"));
        Path preboot = plan.directory().resolve("preboot.asadmin");
        PrivateFiles.write(preboot, preboot(iiopPort));
        return new ProcessOrder(
                plan.name(), plan.directory(), command(preboot), plan.variables(), plan.log());
    }

    private void copyDomain() throws IOException {
        Path source = workspace.payaraDomain();
        try (var paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                Path target = domains.resolve(DOMAIN).resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.startsWith(source.resolve("logs"))
                        && !path.startsWith(source.resolve("data"))) {
                    Files.copy(path, target);
                }
            }
        }
    }

    /**
     * The server's own administration cannot be switched off, but there is no password that opens
     * it.
     */
    private static String unusableAdministrator() {
        byte[] digestOfNothing = new byte[40];
        new SecureRandom().nextBytes(digestOfNothing);
        return "admin;{SSHA256}"
                + Base64.getEncoder().encodeToString(digestOfNothing)
                + ";asadmin\n";
    }

    private String preboot(OptionalInt iiopPort) throws IOException {
        int iiop = iiopPort.isPresent() ? iiopPort.getAsInt() : Ports.free();
        String own =
                step("node")
                        .replace("%ADDRESS%", plan.listeners().host())
                        .replace("%HTTP_PORT%", Integer.toString(plan.httpPort()))
                        .replace("%ADMIN_PORT%", Integer.toString(Ports.free()))
                        .replace("%IIOP_PORT%", Integer.toString(iiop));
        String extranet =
                plan.extranet().isPresent()
                        ? step("extranet")
                                + step("node-extranet")
                                        .replace("%ADDRESS%", plan.listeners().host())
                        : "";
        return own + extranet + (iiopPort.isPresent() ? step("iiop") : "");
    }

    private String step(String name) throws IOException {
        return Files.readString(workspace.payaraConfiguration().resolve(name + ".preboot.asadmin"));
    }

    /**
     * The Java command that asadmin would give, with the plan's memory in the place of the
     * domain's.
     */
    private List<String> command(Path preboot) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(workspace.java().toString());
        command.addAll(plan.jvm().options());
        command.add(
                "-Djava.io.tmpdir="
                        + PrivateFiles.directory(plan.directory().resolve("temporary")));
        // The listeners refuse what comes before the application is there.
        command.add("-Dhansa.node.state=starting");
        command.add("-Dhansa.http.port=" + plan.httpPort());
        command.add("-Dhansa.listen=" + plan.listeners().host());
        List<String> told = told(preboot);
        for (String argument : told.subList(told.indexOf("-cp"), told.size())) {
            if (!argument.startsWith("-Xm") && !argument.startsWith("-XX:NewRatio")) {
                command.add(argument);
            }
        }
        return command;
    }

    private List<String> told(Path preboot) throws IOException, InterruptedException {
        ProcessBuilder asadmin =
                new ProcessBuilder(
                        workspace.payara().resolve("bin").resolve("asadmin").toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domains.toString(),
                        "--prebootcommandfile",
                        preboot.toString(),
                        DOMAIN);
        asadmin.environment().put("AS_JAVA", workspace.java().getParent().getParent().toString());
        Process process =
                asadmin.redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = output.lines().takeWhile(line -> !line.isBlank()).toList();
        if (process.waitFor() != 0 || !lines.contains("-cp")) {
            throw new LaunchException(
                    "Payara Server cannot tell how it is started; build it again with"
                            + " ./mvnw -pl server-config/payara -am -DskipTests package: "
                            + output.strip());
        }
        return lines;
    }
}
