package io.hansa.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir private Path directory;

    @Test
    void leavesOutClassesOfOtherLoaders() throws Exception {
        ClassArchive archive = ClassArchive.in(Files.createDirectory(directory.resolve("runtime")));
        archive.make(
                JAVA,
                directory,
                list("java/lang/Object id: 0\np/A id: 1 super: 0 source: /a.war\n"));
        assertThat(archive.options()).contains("-XX:SharedArchiveFile=" + archive.file());
        assertThat(directory.resolve("archived.list")).hasContent("java/lang/Object id: 0");
    }

    @Test
    void isTriedOnceWhenJavaCannotWriteIt() throws Exception {
        ClassArchive archive = ClassArchive.in(Files.createDirectory(directory.resolve("runtime")));
        assertThat(archive.isTried()).isFalse();
        assertThatThrownBy(() -> archive.make(JAVA, directory, list("java/lang/Object id: none\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(archive.log().toString());
        assertThat(archive.isTried()).isTrue();
        assertThat(archive.options()).isEmpty();
    }

    private Path list(String text) throws IOException {
        return Files.writeString(directory.resolve("classes.list"), text);
    }
}
