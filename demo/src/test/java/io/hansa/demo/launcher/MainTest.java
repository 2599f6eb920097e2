package io.hansa.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private final StringWriter words = new StringWriter();
    private final CommandLine commands =
            Main.commandLine()
                    .setErr(new PrintWriter(words, true))
                    .setOut(new PrintWriter(words, true));

    @Test
    void knowsItsCommands() {
        assertThat(commands.getSubcommands())
                .containsOnlyKeys("demo", "status", "run", "bench", "help");
        assertThat(commands.getSubcommands().get("run").getSubcommands())
                .containsOnlyKeys("micro", "wildfly", "payara");
    }

    @Test
    void refusesTwoWaysOfTheDemoAtOnce() {
        assertThat(commands.execute("demo", "--once", "--detach")).isEqualTo(2);
        assertThat(words.toString()).contains("--once", "--detach");
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        assertThat(commands.execute("run", "micro", "--port", "http")).isEqualTo(2);
        assertThat(words.toString()).contains("--port");
    }
}
