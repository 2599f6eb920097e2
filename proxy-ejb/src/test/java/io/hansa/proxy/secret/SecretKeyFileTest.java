package io.hansa.proxy.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyFileTest {
    @TempDir private Path directory;

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        SecretKeyFile file = new SecretKeyFile(directory.resolve("deep/secret.key"));

        byte[] made = file.readOrCreate();

        assertThat(made).hasSize(32).isEqualTo(file.read()).isEqualTo(file.readOrCreate());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void twoFilesHaveDifferentKeys() {
        assertThat(new SecretKeyFile(directory.resolve("a")).readOrCreate())
                .isNotEqualTo(new SecretKeyFile(directory.resolve("b")).readOrCreate());
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        SecretKeyFile file = new SecretKeyFile(directory.resolve("open.key"));
        file.readOrCreate();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(file::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open to other users")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void invalidFileIsRefusedWithoutShowingItsContent() throws IOException {
        Path path = directory.resolve("short.key");
        PrivateFile.create(path, "c2hvcnQ=");

        assertThatThrownBy(new SecretKeyFile(path)::read)
                .hasMessageContaining("is not 32 bytes in base64")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
