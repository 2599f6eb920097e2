package io.hansa.demo.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.demo.status.StatusCommand;
import io.hansa.launcher.HansaCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoCommandTest {

    @Test
    void isFoundByTheLauncher() {
        assertThat(ServiceLoader.load(HansaCommand.class))
                .hasExactlyElementsOfTypes(DemoCommand.class, StatusCommand.class);
    }

    @Test
    void refusesTwoWaysOfTheDemoAtOnce() {
        StringWriter words = new StringWriter();
        CommandLine command = new CommandLine(new DemoCommand()).setErr(new PrintWriter(words));
        assertThat(command.execute("--once", "--detach")).isEqualTo(2);
        assertThat(words.toString()).contains("--once", "--detach");
    }
}
