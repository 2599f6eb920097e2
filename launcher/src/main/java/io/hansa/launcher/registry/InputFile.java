package io.hansa.launcher.registry;

import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command is given to send: a file, or standard input for {@code -}. */
final class InputFile {
    private InputFile() {}

    static byte[] read(String file) {
        try {
            return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException unreadable) {
            throw new LaunchException(ExitStatus.USAGE, "%s could not be read.".formatted(file));
        }
    }

    /** By the name; standard input is YAML, which JSON is, too. */
    static String type(String file) {
        return file.endsWith(".json") ? "application/json" : "application/yaml";
    }
}
