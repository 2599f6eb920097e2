package io.hansa.launcher.node;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What distinguishes one node from another.
 *
 * @param environment the application's configuration, by the environment names of MicroProfile
 *     Config
 */
public record NodePlan(
        String name,
        NodeFiles files,
        Listeners listeners,
        NodeJvm jvm,
        Map<String, String> environment) {

    /**
     * How many arenas glibc's malloc spreads its threads over; eight a processor if nothing is
     * said.
     */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    public NodePlan {
        environment = Map.copyOf(environment);
    }

    public Path directory() {
        return files.directory();
    }

    public Optional<Path> log() {
        return files.log();
    }

    public int httpPort() {
        return listeners.httpPort();
    }

    public Optional<Extranet> extranet() {
        return listeners.extranet();
    }

    /** The same plan with one more setting, unless the environment says something else. */
    public NodePlan with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.putIfAbsent(name, value);
        return new NodePlan(this.name, files, listeners, jvm, more);
    }

    /** What the node's process finds in its environment. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of(ARENAS, "2"));
        variables.putAll(environment);
        extranet().ifPresent(listener -> variables.putAll(listener.environment()));
        return variables;
    }
}
