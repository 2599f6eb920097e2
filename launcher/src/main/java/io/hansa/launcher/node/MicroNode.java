package io.hansa.launcher.node;

import io.hansa.launcher.micro.MicroRuntime;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prepares a node's directory and says how its process is started. */
public final class MicroNode {

    /** What is said when the server is started once more. */
    public static final String AGAIN =
            "Payara Micro has lost the application's beans, which it does now and then; it is started once more.";

    /**
     * What Payara Micro logs when the application cannot be loaded. The process stays alive then.
     */
    private static final List<String> CANNOT_LOAD =
            List.of("Exception while loading the app", "Exception while preparing the app :");

    /**
     * What it logs before, where it has found EJBs in the application and yet none to deploy (seen
     * once, on a busy machine: 2026-11-30, Payara Micro 6.2025.10).
     */
    private static final String LOST_BEANS = "DeploymentContext does not contain any EJB";

    /** Lies in the node's own directory: the deploy command takes no path with a space in it. */
    private static final String CONNECTOR = "hansa-connector.rar";

    private static final String DATABASE = "HANSA_DB_URL";
    private static final String DRIVER = "HANSA_DB_DRIVER";

    private final Workspace workspace;
    private final MicroRuntime runtime;
    private final NodePlan plan;

    MicroNode(Workspace workspace, MicroRuntime runtime, NodePlan plan) {
        this.workspace = workspace;
        this.runtime = runtime;
        this.plan = plan;
    }

    /** Writes the node's files; what it returns runs in the foreground of its own process. */
    public static ProcessOrder prepare(Workspace workspace, NodePlan plan)
            throws IOException, InterruptedException {
        return new MicroNode(workspace, FirstStart.runtime(workspace), plan).order();
    }

    /**
     * Whether the server has lost the application's beans, so that another start will do.
     *
     * @throws LaunchException where it cannot load the application for another reason
     */
    public static boolean hasLostBeans(Child node) throws IOException {
        boolean failed = false;
        for (String phrase : CANNOT_LOAD) {
            failed |= node.hasSaid(phrase);
        }
        if (node.hasSaid(LOST_BEANS)) {
            return true;
        }
        if (failed) {
            throw node.cannotWork();
        }
        return false;
    }

    ProcessOrder order() throws IOException {
        PrivateFiles.directory(plan.files().data());
        PrivateFiles.directory(plan.directory().resolve("temporary"));
        runtime.furnish(PrivateFiles.directory(plan.directory().resolve("server")));
        if (isPostgresql()) {
            Path lib = PrivateFiles.directory(plan.directory().resolve("server/lib"));
            Files.copy(driver(), lib.resolve("postgresql.jar"));
        }
        join("preboot.asadmin", beforeTheBoot());
        join("postboot.asadmin", List.of(dataSource(), "connector.asadmin"));
        Files.copy(workspace.assembly().resolve(CONNECTOR), plan.directory().resolve(CONNECTOR));
        PrivateFiles.write(plan.directory().resolve("java.args"), ArgumentFile.of(arguments()));
        return new ProcessOrder(
                plan.name(),
                plan.directory(),
                List.of(workspace.java().toString(), "@java.args"),
                plan.variables(),
                plan.log());
    }

    /** What opens a listener on another address comes after what keeps it on 127.0.0.1. */
    private List<String> beforeTheBoot() {
        List<String> parts = new ArrayList<>(List.of("preboot.asadmin"));
        if (plan.extranet().isPresent()) {
            parts.add("extranet.asadmin");
        }
        if (!plan.listeners().host().equals("127.0.0.1")) {
            parts.add("listen.asadmin");
        }
        return parts;
    }

    /** The node's own H2 file, unless the environment names a database server. */
    private String dataSource() {
        String url = plan.environment().getOrDefault(DATABASE, "");
        if (url.isBlank()) {
            return "datasource.asadmin";
        }
        if (url.startsWith("jdbc:h2:tcp:")) {
            return "h2-server.asadmin";
        }
        if (!isPostgresql()) {
            throw new LaunchException(
                    "HANSA_DB_URL must be jdbc:postgresql://HOST:PORT/DATABASE. Leave it out for an"
                            + " H2 file of the node's own.");
        }
        return "postgresql.asadmin";
    }

    private boolean isPostgresql() {
        return plan.environment().getOrDefault(DATABASE, "").startsWith("jdbc:postgresql:");
    }

    /**
     * The server brings the driver of H2 alone. Its option {@code --addlibs} wants the class loader
     * of the jar that is not unpacked; it takes what is in the node's {@code lib} as well.
     */
    private Path driver() {
        Path jar = Path.of(plan.environment().getOrDefault(DRIVER, "")).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new LaunchException(
                    "Set HANSA_DB_DRIVER to the file of PostgreSQL's JDBC driver,"
                            + " postgresql-*.jar; docs/payara-micro.md says how to get it.");
        }
        return jar;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(plan.jvm().options());
        arguments.addAll(properties());
        arguments.addAll(runtime.arguments());
        arguments.addAll(
                List.of(
                        "--name",
                        plan.name(),
                        "--rootdir",
                        plan.directory().resolve("server").toString(),
                        "--disablephonehome",
                        "--logproperties",
                        configuration("logging.properties").toString(),
                        "--prebootcommandfile",
                        "preboot.asadmin",
                        "--postbootcommandfile",
                        "postboot.asadmin",
                        "--deploy",
                        runtime.application().toString(),
                        "--contextroot",
                        "/"));
        return arguments;
    }

    private List<String> properties() {
        List<String> properties = new ArrayList<>();
        properties.add("-Djava.io.tmpdir=" + plan.directory().resolve("temporary"));
        // Payara Micro's own payara-boot.properties says true, which leaves the JVM without IPv6.
        properties.add("-Djava.net.preferIPv4Stack=false");
        // The listener refuses what comes before the application is there.
        properties.add("-Dhansa.node.state=starting");
        properties.add("-Dhansa.http.port=" + plan.httpPort());
        properties.add("-Dhansa.http.threads=" + Workers.count());
        properties.add("-Dhansa.listen=" + plan.listeners().host());
        properties.add("-Dhansa.data=" + plan.files().data());
        properties.add("-Dhansa.rar=" + CONNECTOR);
        plan.extranet().ifPresent(extranet -> properties.addAll(properties(extranet)));
        return properties;
    }

    private static List<String> properties(Extranet extranet) {
        return List.of(
                "-Dhansa.extranet.port=" + extranet.port(),
                "-Dhansa.extranet.alias=" + extranet.keyAlias(),
                "-Djavax.net.ssl.keyStoreType=PKCS12",
                "-Djavax.net.ssl.keyStore=" + extranet.keyStore(),
                "-Djavax.net.ssl.keyStorePassword=" + extranet.keyStorePassword(),
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStore=" + extranet.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + extranet.trustStorePassword());
    }

    private void join(String file, List<String> parts) throws IOException {
        StringBuilder commands = new StringBuilder();
        for (String part : parts) {
            commands.append(Files.readString(configuration(part))).append('\n');
        }
        PrivateFiles.write(plan.directory().resolve(file), commands.toString());
    }

    private Path configuration(String file) {
        return workspace.microConfiguration().resolve(file);
    }
}
