package io.hansa.it.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a node on Payara Micro is to be started.
 *
 * @param commands files of server-config/micro that are run after the boot
 * @param properties system properties, written as options of the JVM
 * @param libraries on the server's class path, beside what Hansa puts there
 * @param environment beyond what the node inherits
 * @param ready an address that answers 200 when the node is up
 */
public record MicroOrder(
        Path war,
        List<String> commands,
        List<String> properties,
        List<Path> libraries,
        Map<String, String> environment,
        String ready) {
    /** Some application beside the resource adapter. */
    public static MicroOrder application(Path war, List<String> properties, String ready) {
        return new MicroOrder(
                war, List.of("connector.asadmin"), properties, List.of(), Map.of(), ready);
    }

    /** A proxy with a registry of its own. */
    public static MicroOrder proxy(List<String> properties) {
        return new MicroOrder(
                Project.built("proxy-ear/target/hansa-micro/hansa.war"),
                List.of("datasource.asadmin", "connector.asadmin"),
                properties,
                List.of(),
                Map.of(),
                "/health/ready");
    }

    /**
     * A node of a proxy whose registry is a PostgreSQL, reached by that driver and these variables.
     */
    public static MicroOrder node(
            List<String> properties, Path driver, Map<String, String> database) {
        return new MicroOrder(
                Project.built("proxy-ear/target/hansa-micro/hansa.war"),
                List.of("postgresql.asadmin", "connector.asadmin"),
                properties,
                List.of(driver),
                database,
                "/health/ready");
    }

    /** The same with further variables in the environment, or other values of them. */
    public MicroOrder with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new MicroOrder(war, commands, properties, libraries, all, ready);
    }
}
