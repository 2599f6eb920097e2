package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    /** A launcher that is gone at once, without a shutdown hook. */
    static final class KilledLauncher {
        public static void main(String[] directory) throws Exception {
            Children children = new Children(Optional.empty());
            Path log = Path.of(directory[0], "log");
            System.out.println(children.start(Shell.lingering("child", log)).process().pid());
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void endsTheChildrenOfAKilledLauncher(@TempDir Path directory) throws Exception {
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledLauncher.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = launcher.inputReader()) {
            long pid = Long.parseLong(out.readLine());
            assertThat(launcher.waitFor()).isEqualTo(9);
            Optional<ProcessHandle> child = ProcessHandle.of(pid);
            if (child.isPresent()) {
                child.get().onExit().get(20, TimeUnit.SECONDS);
            }
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }
}
