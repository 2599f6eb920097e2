package io.hansa.it.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line out of its archive, as on a machine without the project. */
public final class CommandLineSystem {
    private static final long ENDS_WITHIN_SECONDS = 60;

    private final Path home;
    private final Map<String, String> passwords;

    /**
     * What a command has done.
     *
     * @param out its standard output
     * @param err its standard error
     */
    public record Outcome(int status, String out, String err) {}

    private CommandLineSystem(Path home, Map<String, String> passwords) {
        this.home = home;
        this.passwords = passwords;
    }

    /**
     * Unpacks the archive.
     *
     * @param directory an empty one
     * @param passwords variables that commands find in their environment
     */
    public static CommandLineSystem unpack(Path directory, Map<String, String> passwords)
            throws IOException, InterruptedException {
        Path archive = Project.built("launcher/target/hansa-command-line.tar.gz");
        Process tar =
                new ProcessBuilder("tar", "xzf", archive.toString(), "-C", directory.toString())
                        .inheritIO()
                        .start();
        if (tar.waitFor() != 0) {
            throw new IOException(archive + " cannot be unpacked.");
        }
        return new CommandLineSystem(directory, passwords);
    }

    public Outcome run(String... arguments) throws IOException, InterruptedException {
        return runWith("", arguments);
    }

    /**
     * @param input on the command's standard input
     */
    public Outcome runWith(String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("hansa/bin/hansa").toString());
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HANSA_"));
        builder.environment().put("HANSA_CONFIG_HOME", home.resolve("config").toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().putAll(passwords);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end.");
        }
        Outcome outcome = new Outcome(process.exitValue(), out, Files.readString(err));
        Progress.say("%s: %s", String.join(" ", arguments), outcome);
        return outcome;
    }
}
