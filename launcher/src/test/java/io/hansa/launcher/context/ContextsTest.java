package io.hansa.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Context SHOP =
            new Context(URI.create("http://127.0.0.1:8181"), "shop", "env:SHOP", "a.b.c", NOON);

    @TempDir private Path directory;

    @Test
    void savedContextsAreReadAgain() {
        Contexts contexts = Contexts.load(file());
        contexts.put("test", SHOP);
        contexts.use("test");
        contexts.save();

        Contexts again = Contexts.load(file());

        assertThat(again.current()).contains("test");
        assertThat(again.get("test")).isEqualTo(SHOP);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        Contexts contexts = Contexts.load(file());
        contexts.put("test", SHOP);
        contexts.save();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Contexts contexts = Contexts.load(file());
        contexts.save();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> Contexts.load(file()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void anUnknownContextIsNamed() {
        assertThatThrownBy(() -> Contexts.load(file()).use("none")).hasMessageContaining("none");
    }

    @Test
    void aRemovedContextIsNoLongerInUse() {
        Contexts contexts = Contexts.load(file());
        contexts.put("test", SHOP);
        contexts.use("test");
        contexts.remove("test");

        assertThat(contexts.current()).isEmpty();
        assertThat(contexts.all()).isEmpty();
    }

    @Test
    void aTokenIsGoodUntilShortlyBeforeItsEnd() {
        assertThat(SHOP.isSignedIn(NOON.minusSeconds(11))).isTrue();
        assertThat(SHOP.isSignedIn(NOON.minusSeconds(9))).isFalse();
    }

    @Test
    void theDirectoryIsTheOneOfTheEnvironment() {
        assertThat(Contexts.directory(Map.of("HANSA_CONFIG_HOME", "/a"))).isEqualTo(Path.of("/a"));
        assertThat(Contexts.directory(Map.of("XDG_CONFIG_HOME", "/b")))
                .isEqualTo(Path.of("/b/hansa"));
    }

    private Path file() {
        return directory.resolve("own").resolve("contexts.json");
    }
}
