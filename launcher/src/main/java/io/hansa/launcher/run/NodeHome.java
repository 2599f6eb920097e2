package io.hansa.launcher.run;

import io.hansa.launcher.node.NodeFiles;
import io.hansa.launcher.process.SoleRun;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a node of {@code ./hansa run} keeps its files. The server's own files are made for each
 * start. Registry and logs are in a directory that the user names, or are gone at the end, too.
 * Thread-safe; closing it twice is fine.
 */
final class NodeHome implements AutoCloseable {
    private final TemporaryDirectory server;
    private final Path kept;
    private final Optional<SoleRun> lock;

    private NodeHome(TemporaryDirectory server, Path kept, Optional<SoleRun> lock) {
        this.server = server;
        this.kept = kept;
        this.lock = lock;
    }

    static NodeHome of(Optional<Path> data) throws IOException {
        return data.isPresent() ? kept(data.get().toAbsolutePath().normalize()) : temporary();
    }

    private static NodeHome temporary() throws IOException {
        TemporaryDirectory directory = TemporaryDirectory.create("hansa-");
        return new NodeHome(directory, directory.path(), Optional.empty());
    }

    private static NodeHome kept(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new LaunchException("Give --data a directory; " + directory + " is a file.");
        }
        SoleRun lock =
                SoleRun.of(directory.resolve("lock"))
                        .orElseThrow(
                                () ->
                                        new LaunchException(
                                                "Another ./hansa run uses "
                                                        + directory
                                                        + ": end that one, or give another"
                                                        + " directory with --data."));
        return new NodeHome(TemporaryDirectory.create("hansa-"), directory, Optional.of(lock));
    }

    NodeFiles files() {
        return new NodeFiles(server.path(), registry(), Optional.of(log()));
    }

    Path log() {
        return kept.resolve("logs").resolve("node.log");
    }

    /**
     * The key that encrypts secrets in the registry. Not beside it: a copy of the one is no use.
     */
    Path keyFile() {
        return kept.resolve("secret.key");
    }

    private Path registry() {
        return kept.resolve("registry");
    }

    /** The directory that stays, if one does. */
    Optional<Path> stays() {
        return lock.map(held -> kept);
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
