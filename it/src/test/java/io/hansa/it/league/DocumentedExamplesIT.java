package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hansa.it.system.Project;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/other-languages.md run as they stand there. */
@WithLeague
class DocumentedExamplesIT {
    private static final Path PAGE = Project.path("docs/other-languages.md");
    private static final int LONGEST_SECONDS = 60;

    @TempDir private Path directory;

    @Test
    void shellExampleSettles() throws Exception {
        assertThat(run("sh", "example.sh", "bash", "-e")).contains("\"total\":", "S-2001");
    }

    @Test
    void pythonExampleSettles() throws Exception {
        assertThat(run("python", "example.py", "python3"))
                .matches("shop-(a|b,shop-a),shop-b \\d+\\.\\d+\\s*");
    }

    @Test
    void nodeExampleSettles() throws Exception {
        assertThat(run("javascript", "example.mjs", "node"))
                .matches("shop-(a|b,shop-a),shop-b \\d+(\\.\\d+)?\\s*");
    }

    /** What it prints to its standard output. */
    private String run(String language, String file, String... command)
            throws IOException, InterruptedException {
        assumeTrue(
                onThePath(command[0]),
                command[0] + " is not on the PATH: the example in " + language + " did not run");
        Path program = Files.writeString(directory.resolve(file), example(language));
        List<String> line = new ArrayList<>(List.of(command));
        line.add(program.toString());
        Path errors = directory.resolve("errors");
        Process process =
                new ProcessBuilder(line)
                        .directory(directory.toFile())
                        .redirectError(errors.toFile())
                        .start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return printed;
    }

    private static String example(String language) throws IOException {
        Matcher block =
                Pattern.compile("(?s)```" + language + "\n(.*?)```")
                        .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(PAGE + " has an example in " + language).isTrue();
        return block.group(1);
    }

    private static boolean onThePath(String program) {
        for (String directory : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
