package io.hansa.launcher.process;

import io.hansa.launcher.workspace.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file that is renamed to {@code name.1} when it is large. The oldest renamed file is
 * removed. For one thread.
 */
final class BoundedLog implements AutoCloseable {
    private static final int KEPT = 4;

    private final Path file;
    private final long maxBytes;
    private OutputStream out;
    private long bytes;

    /** Goes on with the file where there is one. */
    BoundedLog(Path file, long maxBytes) throws IOException {
        this.file = file;
        this.maxBytes = maxBytes;
        if (!Files.exists(file)) {
            PrivateFiles.empty(file);
        }
        open();
    }

    void write(byte[] line, int length) throws IOException {
        if (bytes > 0 && bytes + length > maxBytes) {
            setAside();
        }
        out.write(line, 0, length);
        bytes += length;
    }

    private void open() throws IOException {
        bytes = Files.size(file);
        out = Files.newOutputStream(file, StandardOpenOption.APPEND);
    }

    private void setAside() throws IOException {
        out.close();
        for (int older = KEPT - 1; older >= 1; older--) {
            if (Files.exists(number(older))) {
                Files.move(number(older), number(older + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, number(1), StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.empty(file);
        open();
    }

    private Path number(int older) {
        return file.resolveSibling(file.getFileName() + "." + older);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
