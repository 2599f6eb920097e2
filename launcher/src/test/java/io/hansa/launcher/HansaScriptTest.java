package io.hansa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HansaScriptTest {

    private static final Path SCRIPT = Path.of("..", "hansa").toAbsolutePath().normalize();

    @TempDir private Path directory;

    @Test
    void reportsMissingJavaInOneSentence() throws Exception {
        assertRefused("there is no");
    }

    @Test
    void reportsOldJavaInOneSentence() throws Exception {
        program("bin/java", "echo '    " + old() + "'");
        assertRefused("is version 11");
    }

    @Test
    void onlyOneOfTwoBuildsAnUnbuiltTree() throws Exception {
        Files.copy(SCRIPT, directory.resolve("hansa"));
        program("jdk/bin/java", "echo '    java.specification.version = 17'");
        program(
                "mvnw",
                """
                cd "$(dirname "$0")"
                echo built >> builds
                echo '[INFO] Building Hansa launcher 1.0.0-SNAPSHOT                   [2/3]'
                tries=0
                until grep -q waits second.log || [ $tries -gt 300 ]; do
                    tries=$((tries + 1)); sleep 0.1
                done
                for module in launcher demo bench; do
                    mkdir -p $module/target/lib; touch $module/target/$module.jar
                done""");
        Process first = hansa("first.log");
        Awaitility.await().until(() -> Files.exists(directory.resolve("builds")));
        Process second = hansa("second.log");

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(directory.resolve("builds")).hasContent("built");
        assertThat(directory.resolve("first.log")).content().contains("2 of 3: Hansa launcher");
        assertThat(directory.resolve("second.log"))
                .content()
                .contains("waits for it")
                .doesNotContain("Building");
    }

    private Process hansa(String log) throws IOException {
        ProcessBuilder script =
                new ProcessBuilder(
                        "/usr/bin/env", "bash", directory.resolve("hansa").toString(), "status");
        script.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        return script.redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile())
                .start();
    }

    private Path program(String name, String lines) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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
