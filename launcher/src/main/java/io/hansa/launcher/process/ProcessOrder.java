package io.hansa.launcher.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process to start.
 *
 * @param environment put over the launcher's own, of which variables that begin with {@code HANSA_}
 *     are not inherited
 * @param log where both of its outputs go; without one, to the launcher's standard output
 */
public record ProcessOrder(
        String name,
        Path directory,
        List<String> command,
        Map<String, String> environment,
        Optional<Path> log) {

    public ProcessOrder {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Both outputs go into one pipe, for {@link OutputCopier}. */
    ProcessBuilder piped() {
        return builder().redirectOutput(ProcessBuilder.Redirect.PIPE);
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HANSA_"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(
                        log.map(Path::toFile)
                                .map(ProcessBuilder.Redirect::appendTo)
                                .orElse(ProcessBuilder.Redirect.INHERIT));
    }
}
