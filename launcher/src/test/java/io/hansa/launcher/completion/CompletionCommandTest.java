package io.hansa.launcher.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir private Path directory;

    @Test
    void theShellCompletesNamesOfTheCache() throws IOException, InterruptedException {
        Path cache = Files.createDirectories(directory.resolve("hansa/test"));
        Files.writeString(cache.resolve("accounts"), "alice\nbob\n");
        Path script = directory.resolve("completion.bash");
        Files.writeString(
                script,
                "_complete_hansa() { :; }\n"
                        + CompletionCommand.NAMES
                        + """
                        COMP_WORDS=(hansa get account al); COMP_CWORD=3
                        _hansa_with_names; printf '%s\n' "${COMPREPLY[@]}"
                        """);
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString());
        bash.environment().put("XDG_CACHE_HOME", directory.toString());
        Process process = bash.redirectErrorStream(true).start();

        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(told.strip()).isEqualTo("alice");
    }
}
