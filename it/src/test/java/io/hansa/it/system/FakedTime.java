package io.hansa.it.system;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The wall clock of one process, moved by libfaketime; its monotonic clock stays. */
public final class FakedTime {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private FakedTime() {}

    /**
     * Variables of the environment of such a process; the test is skipped where the library is not
     * installed.
     *
     * @param offset such as {@code +10m}
     */
    public static Map<String, String> of(String offset) throws IOException {
        Path library = library().orElseGet(FakedTime::skip);
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its correction of timed waits makes each end at once here, in a busy loop
                // (0.9.10, measured 2026-11-30).
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1");
    }

    private static Optional<Path> library() throws IOException {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return folders.map(folder -> folder.resolve(LIBRARY))
                    .filter(Files::isReadable)
                    .findFirst();
        }
    }

    private static Path skip() {
        String line =
                "libfaketime is not installed, so its test is skipped; install Debian's package faketime.";
        Progress.say("%s", line);
        return abort(line);
    }
}
