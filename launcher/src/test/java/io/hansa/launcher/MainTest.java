package io.hansa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private final StringWriter words = new StringWriter();
    private final CommandLine commands =
            Main.commandLine()
                    .setErr(new PrintWriter(words, true))
                    .setOut(new PrintWriter(words, true));

    @Test
    void knowsItsCommandsAndThoseOfOtherModules() {
        assertThat(commands.getSubcommands())
                .containsKeys("run", "help", "greet", "login", "get", "apply", "doctor");
        assertThat(commands.getSubcommands().get("run").getSubcommands())
                .containsOnlyKeys("micro", "wildfly", "payara");
    }

    @Test
    void runsACommandOfAnotherModule() {
        assertThat(commands.execute("greet")).isEqualTo(7);
    }

    @Test
    void eachCommandShowsAnExample() {
        assertThat(commands.getSubcommands().entrySet())
                .filteredOn(one -> !List.of("run", "help", "greet").contains(one.getKey()))
                .allSatisfy(
                        one ->
                                assertThat(one.getValue().getUsageMessage())
                                        .contains("Example", "hansa " + one.getKey()));
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        assertThat(commands.execute("run", "micro", "--port", "http")).isEqualTo(2);
        assertThat(words.toString()).contains("--port");
    }
}
