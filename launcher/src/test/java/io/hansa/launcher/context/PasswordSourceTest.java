package io.hansa.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSourceTest {
    @TempDir private Path directory;

    @Test
    void aFileGivesItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "secret\n");

        assertThat(PasswordSource.read("file:" + file, "shop")).isEqualTo("secret");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> PasswordSource.read("env:HANSA_NO_SUCH", "shop"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("HANSA_NO_SUCH");
    }

    @Test
    void aPasswordItselfIsNoSource() {
        assertThatThrownBy(() -> PasswordSource.read("secret", "shop"))
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining("secret");
    }
}
