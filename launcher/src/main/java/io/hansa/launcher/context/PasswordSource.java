package io.hansa.launcher.context;

import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a password is found: {@code env:NAME}, {@code file:PATH}, {@code -} for a line of standard
 * input, or a prompt. A password is never an argument, because other users of the machine see
 * those.
 */
public final class PasswordSource {
    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";

    private PasswordSource() {}

    /** Whether it can be read again later without a person. */
    public static boolean isKept(String source) {
        return source != null && (source.startsWith(VARIABLE) || source.startsWith(FILE));
    }

    /**
     * @param source null: a prompt
     */
    public static String read(String source, String account) {
        return read(source, account, "Password of %s: ");
    }

    /**
     * @param question of the prompt, with a place for the account's name
     */
    static String read(String source, String account, String question) {
        if (source == null) {
            return prompt(account, question);
        }
        if (source.equals("-")) {
            return line();
        }
        if (source.startsWith(VARIABLE)) {
            return variable(source.substring(VARIABLE.length()));
        }
        if (source.startsWith(FILE)) {
            return file(Path.of(source.substring(FILE.length())));
        }
        throw new LaunchException(
                ExitStatus.USAGE,
                "A password is given as env:NAME, file:PATH or - (a line of standard input).");
    }

    private static String prompt(String account, String question) {
        Console console = System.console();
        if (console == null) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "There is no terminal to ask for the password of %s; give it as env:NAME, file:PATH or -."
                            .formatted(account));
        }
        return new String(console.readPassword(question, account));
    }

    private static String line() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException broken) {
            throw new LaunchException("Standard input could not be read.", broken);
        }
        throw new LaunchException(
                ExitStatus.USAGE, "Standard input is empty; its first line is the password.");
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new LaunchException(
                    ExitStatus.USAGE, "The variable %s is not set.".formatted(name));
        }
        return value;
    }

    private static String file(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException unreadable) {
            throw new LaunchException(
                    ExitStatus.USAGE, "The file %s could not be read.".formatted(path));
        }
    }
}
