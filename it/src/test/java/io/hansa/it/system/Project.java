package io.hansa.it.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project and what it ships are found on this machine. */
public final class Project {
    private static final Path ROOT = root(Path.of("").toAbsolutePath());

    private Project() {}

    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** A file that an earlier module of the build made. */
    public static Path built(String relative) {
        Path file = path(relative);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    file + " is missing; build it first with ./mvnw -DskipTests package.");
        }
        return file;
    }

    private static Path root(Path from) {
        for (Path at = from; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "No directory above " + from + " holds mvnw; run the tests inside the project.");
    }
}
