package io.hansa.demo.launcher.micro;

import io.hansa.demo.launcher.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The server's classes and the JDK's, parsed and verified once, as a file that every node of this Java maps. Of another
 * Java it would be of no use, so its name tells for which it is.
 */
record ClassArchive(Path file) {

    static ClassArchive in(Path directory) {
        String java = System.getProperty("java.vm.version") + "-" + System.getProperty("os.arch");
        return new ClassArchive(
                directory.resolve("classes-" + java.replaceAll("[^A-Za-z0-9.]+", "-") + ".jsa"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Makes it from the names of the classes. Those of the application are left out: of class loaders that are not Java's
     * own, JDK 17 could not map a class while JFR or an agent watches, and ended with SIGSEGV.
     */
    void make(Path java, Path launcher, Path classes) throws IOException, InterruptedException {
        Path draft = Files.createTempDirectory(file.getParent(), "archive").resolve("classes.jsa");
        Path log = draft.resolveSibling("dump.log");
        List<String> command =
                List.of(
                        java.toString(),
                        "-Xshare:dump",
                        "-Xmx512m",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + draft,
                        "-cp",
                        launcher.toString());
        try {
            Process dump =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!dump.waitFor(2, TimeUnit.MINUTES) || dump.exitValue() != 0) {
                dump.destroyForcibly();
                throw new IOException("Java could not write it, see the last lines of " + log);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.remove(draft.getParent());
        } catch (InterruptedException stopping) {
            PrivateFiles.remove(draft.getParent());
            throw stopping;
        }
    }

    /** What a node is told about it; nothing while it is not there. Java starts without an archive that does not fit. */
    List<String> options() {
        return exists()
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off")
                : List.of();
    }
}
