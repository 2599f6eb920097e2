package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that has ended.
 *
 * @param printed to its standard output
 * @param errors what it wrote to its standard error
 */
record Finished(int status, String printed, String errors) {
    /**
     * What npm has downloaded before is not asked for again; without a network it gives up soon.
     */
    private static final Map<String, String> NPM =
            Map.of(
                    "npm_config_prefer_offline", "true",
                    "npm_config_audit", "false",
                    "npm_config_fund", "false",
                    "npm_config_update_notifier", "false",
                    "npm_config_fetch_retries", "1");

    /** Runs it to its end. */
    static Finished program(Path directory, long longestSeconds, List<String> command)
            throws IOException, InterruptedException {
        Path printed = directory.resolve("printed");
        Path errors = directory.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(printed.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(NPM);
        Process process = builder.start();
        boolean ended = process.waitFor(longestSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended).as("%s ends within %d s", command, longestSeconds).isTrue();
        return new Finished(
                process.exitValue(),
                Files.readString(printed, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    /** What it printed. */
    String successfully() {
        assertThat(status).as(errors + printed).isZero();
        return printed;
    }
}
