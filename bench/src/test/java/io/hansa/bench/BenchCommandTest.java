package io.hansa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.HansaCommand;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchCommandTest {
    private String words = "";
    private final CommandLine bench =
            new CommandLine(new BenchCommand())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler(
                            (failure, command, parsed) -> {
                                words = failure.getMessage();
                                return 1;
                            });

    @Test
    void isFoundByTheLauncher() {
        assertThat(ServiceLoader.load(HansaCommand.class))
                .hasExactlyElementsOfTypes(BenchCommand.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server=wildfly", "--server=micro,payara", "--serve=127.0.0.1:1"})
    void flatIsOnOneNodeOnPayaraMicro(String other) {
        assertThat(bench.execute("--flat", other)).isEqualTo(1);
        assertThat(words).contains("--flat without --serve", "--server than micro");
    }

    @Test
    void flatRefusesBodiesTooLargeForTheLoad() {
        assertThat(bench.execute("--flat", "--body", "32769")).isEqualTo(1);
        assertThat(words).contains("--body up to 32768");
    }
}
