package io.hansa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HansaScriptTest {

    private static final Path SCRIPT = Path.of("..", "hansa").toAbsolutePath().normalize();

    @TempDir private Path directory;

    @Test
    void saysInOneSentenceThatThereIsNoJava() throws Exception {
        assertRefused("there is no");
    }

    @Test
    void saysInOneSentenceThatJavaIsTooOld() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho '    " + old() + "'\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertRefused("is version 11");
    }

    private static String old() {
        return "java.specification.version = 11";
    }

    private void assertRefused(String reason) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/env", "bash", SCRIPT.toString());
        builder.environment().put("JAVA_HOME", directory.toString());
        Process script = builder.redirectErrorStream(true).start();
        String words =
                new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(script.waitFor()).isEqualTo(1);
        assertThat(words.lines()).hasSize(1);
        assertThat(words).contains("JDK 17 or newer", "JAVA_HOME", reason);
    }
}
