package io.hansa.it.balancers;

import static org.junit.jupiter.api.Assumptions.abort;

import io.hansa.it.system.Progress;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of this machine that tests use. */
final class Installed {
    private Installed() {}

    /** Where the program is; the test is skipped where it is not installed. */
    static Path program(String name) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> skip(name));
    }

    private static Path skip(String name) {
        String line =
                "%s is not installed, so its test is skipped; install Debian's package %s."
                        .formatted(name, name);
        Progress.say("%s", line);
        return abort(line);
    }
}
