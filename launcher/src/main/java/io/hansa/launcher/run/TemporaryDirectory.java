package io.hansa.launcher.run;

import io.hansa.launcher.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A private directory that is removed when it is closed. Thread-safe; closing it twice is fine. */
public final class TemporaryDirectory implements AutoCloseable {

    private final Path path;
    private boolean removed;

    private TemporaryDirectory(Path path) {
        this.path = path;
    }

    public static TemporaryDirectory create(String prefix) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory(prefix));
    }

    public Path path() {
        return path;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!removed) {
            PrivateFiles.remove(path);
            removed = true;
        }
    }
}
