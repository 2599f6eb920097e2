package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hansa.it.system.Project;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/other-languages.md run as they stand there. */
@WithLeague
class DocumentedExamplesIT {
    private static final Path PAGE = Project.path("docs/other-languages.md");
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_BUILD_SECONDS = 180;

    /** What npm says where it reaches no registry. */
    private static final Pattern NO_NETWORK =
            Pattern.compile(
                    "code (EAI_AGAIN|ENOTFOUND|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT)");

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

    /** The types are generated from the description that a proxy serves. */
    @Test
    void generatedTypeScriptClientSettles() throws Exception {
        for (String program : List.of("node", "npm", "npx", "bash")) {
            assume(program, "typescript");
        }
        Path here = Files.createDirectories(Project.path("it/target/typescript"));
        Files.writeString(here.resolve("example.mts"), example("typescript"));
        List<String> commands = example("bash").lines().toList();

        Finished installed = bash(here, commands.get(0));
        assumeFalse(
                NO_NETWORK.matcher(installed.errors()).find(),
                "the npm registry is not reachable: the example in typescript did not run");
        installed.successfully();
        String printed =
                bash(here, String.join("\n", commands.subList(1, commands.size()))).successfully();

        assertThat(commands).hasSize(5);
        assertThat(printed.lines().reduce("", (before, last) -> last))
                .matches("shop-(a|b,shop-a),shop-b \\d+(\\.\\d+)?");
    }

    private static Finished bash(Path here, String commands)
            throws IOException, InterruptedException {
        return Finished.program(here, LONGEST_BUILD_SECONDS, List.of("bash", "-ec", commands));
    }

    /** What it prints to its standard output. */
    private String run(String language, String file, String... command)
            throws IOException, InterruptedException {
        assume(command[0], language);
        Path program = Files.writeString(directory.resolve(file), example(language));
        List<String> line = new ArrayList<>(List.of(command));
        line.add(program.toString());
        return Finished.program(directory, LONGEST_SECONDS, line).successfully();
    }

    private static void assume(String program, String language) {
        assumeTrue(
                onThePath(program),
                program + " is not on the PATH: the example in " + language + " did not run");
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
