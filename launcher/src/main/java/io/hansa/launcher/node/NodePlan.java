package io.hansa.launcher.node;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What distinguishes one node from another.
 *
 * @param directory private to the node; made when it is prepared
 * @param jvm options for heap, collector and compiler
 * @param environment the application's configuration, by the environment names of MicroProfile
 *     Config
 * @param log where the node's output goes; without one, to the launcher's standard output
 */
public record NodePlan(
        String name,
        Path directory,
        int httpPort,
        Optional<Extranet> extranet,
        List<String> jvm,
        Map<String, String> environment,
        Optional<Path> log) {

    /**
     * How many arenas glibc's malloc spreads its threads over; eight a processor if nothing is
     * said.
     */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    public NodePlan {
        jvm = List.copyOf(jvm);
        environment = Map.copyOf(environment);
    }

    /** The same plan with one more setting, unless the environment says something else. */
    public NodePlan with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.putIfAbsent(name, value);
        return new NodePlan(this.name, directory, httpPort, extranet, jvm, more, log);
    }

    /** The same plan with its output in a file. */
    public NodePlan logging(Path file) {
        return new NodePlan(
                name, directory, httpPort, extranet, jvm, environment, Optional.of(file));
    }

    /** What the node's process finds in its environment. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of(ARENAS, "2"));
        variables.putAll(environment);
        extranet.ifPresent(listener -> variables.putAll(listener.environment()));
        return variables;
    }
}
