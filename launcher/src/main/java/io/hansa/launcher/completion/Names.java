package io.hansa.launcher.completion;

import io.hansa.launcher.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names for the completion, one a line, a file for each proxy and kind. The shell reads the files
 * itself: a Java process for each touch of a key would be felt.
 */
public final class Names {
    private static final int MAX = 2_000;

    private Names() {}

    /** Best effort: a cache that cannot be written is no failure of the command. */
    public static void keep(String place, String kind, Stream<String> names) {
        Path file =
                directory(System.getenv())
                        .resolve(place.replaceAll("[^A-Za-z0-9.-]", "_"))
                        .resolve(kind);
        String lines =
                names.filter(name -> name.matches("[\\p{Alnum}._:@/*-]+"))
                        .limit(MAX)
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            PrivateFiles.directory(file.getParent());
            PrivateFiles.write(file, lines);
        } catch (IOException full) {
            return;
        }
    }

    static Path directory(Map<String, String> environment) {
        String cache = environment.get("XDG_CACHE_HOME");
        return cache == null
                ? Path.of(System.getProperty("user.home"), ".cache", "hansa")
                : Path.of(cache, "hansa");
    }
}
