package io.hansa.launcher.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The server's classes and the JDK's, parsed and verified once, as a file that every node of this
 * Java maps. Of another Java it would be of no use, so its name tells for which it is.
 *
 * @param log what Java said when it could not make the archive; while it is there, no launcher
 *     tries again
 */
record ClassArchive(Path file, Path log) {
    private static final int MINUTES = 2;

    static ClassArchive in(Path directory) {
        String java = System.getProperty("java.vm.version") + "-" + System.getProperty("os.arch");
        String name = "classes-" + java.replaceAll("[^A-Za-z0-9.]+", "-");
        return new ClassArchive(directory.resolve(name + ".jsa"), directory.resolve(name + ".log"));
    }

    boolean isTried() {
        return Files.exists(file) || Files.exists(log);
    }

    /** Makes it from the names of classes, one a line. */
    void make(Path java, Path launcher, Path classes) throws IOException, InterruptedException {
        Path list = Files.write(classes.resolveSibling("archived.list"), archivable(classes));
        Path draft = classes.resolveSibling("classes.jsa");
        List<String> command =
                List.of(
                        java.toString(),
                        "-Xshare:dump",
                        "-Xmx512m",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + draft,
                        "-cp",
                        launcher.toString());
        Process dump =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!dump.waitFor(MINUTES, TimeUnit.MINUTES) || dump.exitValue() != 0) {
                throw new IOException(
                        "Java could not write it. Why is in "
                                + log
                                + "; remove that to try again.");
            }
        } finally {
            dump.destroyForcibly();
        }
        // A move would not be atomic between file systems, and another launcher may look meanwhile.
        Path beside = Files.createTempFile(file.getParent(), "classes", ".draft");
        Files.move(draft, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(log);
    }

    /**
     * Without the classes of loaders that are not Java's own, which newer Javas list with their
     * source: JDK 17 could not map one while JFR or an agent watches, and ended with SIGSEGV.
     */
    private static List<String> archivable(Path classes) throws IOException {
        try (var lines = Files.lines(classes)) {
            return lines.filter(line -> !line.contains(" source: ")).toList();
        }
    }

    /**
     * What a node is told about it; nothing while it is not there. Java starts without an archive
     * that does not fit.
     */
    List<String> options() {
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off")
                : List.of();
    }
}
