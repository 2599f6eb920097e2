package io.hansa.launcher.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir private Path root;

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Path directory = PrivateFiles.directory(root.resolve("a/b"));
        Path file = PrivateFiles.write(directory.resolve("secret"), "x");
        assertThat(modes(root.resolve("a"))).isEqualTo("rwx------");
        assertThat(modes(directory)).isEqualTo("rwx------");
        assertThat(modes(file)).isEqualTo("rw-------");
    }

    @Test
    void rewritingReplacesTheContentAndLeavesNoDraft() throws IOException {
        Path file = root.resolve("file");
        PrivateFiles.write(file, "longer than the next");
        PrivateFiles.write(file, "next");
        assertThat(file).hasContent("next");
        assertThat(root).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void removesATreeButNotLinkTargets() throws IOException {
        Path outside = Files.writeString(root.resolve("outside"), "stays");
        Path tree = PrivateFiles.directory(root.resolve("tree/below"));
        Files.createSymbolicLink(tree.resolve("link"), outside);
        PrivateFiles.remove(root.resolve("tree"));
        PrivateFiles.remove(root.resolve("tree"));
        assertThat(root.resolve("tree")).doesNotExist();
        assertThat(outside).hasContent("stays");
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
