package io.hansa.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeHomeTest {

    @TempDir private Path directory;

    @Test
    void withoutDataEverythingIsGoneAtTheEnd() throws IOException {
        Path registry;
        try (NodeHome home = NodeHome.of(Optional.empty())) {
            registry = Files.createDirectories(home.files().data());
            assertThat(home.log()).startsWithRaw(home.files().directory());
        }
        assertThat(registry).doesNotExist();
    }

    @Test
    void withDataOnlyTheServersFilesAreGone() throws IOException {
        Path server;
        try (NodeHome home = NodeHome.of(Optional.of(directory))) {
            server = home.files().directory();
            assertThat(home.keyFile()).isEqualTo(directory.resolve("secret.key"));
            Files.createFile(Files.createDirectories(home.files().data()).resolve("hansa.mv.db"));
        }
        assertThat(server).doesNotExist();
        try (NodeHome again = NodeHome.of(Optional.of(directory))) {
            assertThat(again.files().data().resolve("hansa.mv.db")).exists();
        }
    }

    @Test
    void twoNodesDoNotShareAData() throws IOException {
        try (NodeHome first = NodeHome.of(Optional.of(directory))) {
            assertThatThrownBy(() -> NodeHome.of(first.stays()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("Another ./hansa run uses");
        }
    }

    @Test
    void aFileIsNoDataDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> NodeHome.of(Optional.of(file)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--data");
    }
}
