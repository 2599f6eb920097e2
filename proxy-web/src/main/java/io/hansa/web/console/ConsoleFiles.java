package io.hansa.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All files of the console by their addresses below {@code /console/}, read at the first request. A
 * file that is not listed here is not served, for any path. Immutable.
 */
final class ConsoleFiles {
    private static final ConsoleFile INDEX = ConsoleFile.read("index.html");
    private static final Map<String, ConsoleFile> HASHED = hashed();

    private ConsoleFiles() {}

    /** The page itself, whose address stays the same. */
    static ConsoleFile index() {
        return INDEX;
    }

    /**
     * A file whose address changes with its content.
     *
     * @return null where there is none
     */
    static ConsoleFile hashed(String path) {
        return HASHED.get(path);
    }

    private static Map<String, ConsoleFile> hashed() {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream("site/files.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    path -> "/" + path,
                                    path -> ConsoleFile.read(path.replaceFirst(".*/", ""))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
