package io.hansa.it.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small disk in memory, which can be filled. The user who may mount one is root; for anybody else
 * it is a plain directory, and the tests that fill it are skipped. For one thread.
 */
public final class Disk implements AutoCloseable {
    private final Path directory;
    private final boolean mounted;
    private final Path filler;

    private Disk(Path directory, boolean mounted) {
        this.directory = directory;
        this.mounted = mounted;
        this.filler = directory.resolve("filler");
    }

    public static Disk of(int megabytes) throws IOException {
        Path directory =
                Files.createDirectories(Project.path("it/target/disks/d" + System.nanoTime()))
                        .toAbsolutePath();
        String size = "size=%dm".formatted(megabytes);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", size, "tmpfs", directory.toString());
        return new Disk(directory, mounted);
    }

    public Path directory() {
        return directory;
    }

    /** Skips the test where this is no disk of its own. */
    public void requireOwn() {
        assumeTrue(mounted, "Only root can mount a disk for this test.");
    }

    /** Takes all the room that is left. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            fill(out);
        }
        Progress.say("The disk %s is full.", directory);
    }

    private static void fill(OutputStream out) {
        byte[] block = new byte[4096];
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            Progress.say("%s", full.getMessage());
        }
    }

    /** Gives it back. */
    public void empty() throws IOException {
        Files.delete(filler);
        Progress.say("The disk %s has room again.", directory);
    }

    private static boolean run(String... command) throws IOException {
        Process running =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return running.onExit().join().exitValue() == 0;
    }

    @Override
    public void close() throws IOException {
        if (mounted) {
            run("umount", "--lazy", directory.toString());
        }
    }
}
