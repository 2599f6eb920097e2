package io.hansa.launcher.node;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a node keeps its files.
 *
 * @param directory private to the node; made when it is prepared, for one start
 * @param data holds the registry, an H2 file; a later start may use it again
 * @param log where the node's output goes; without one, to the launcher's standard output
 */
public record NodeFiles(Path directory, Path data, Optional<Path> log) {

    /** Everything is below one directory. */
    public static NodeFiles below(Path directory, Optional<Path> log) {
        return new NodeFiles(directory, directory.resolve("data"), log);
    }
}
