package io.hansa.launcher.process;

import io.hansa.launcher.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock on a file: of several launchers only one starts or stops a demo at a time. */
public final class SoleRun implements AutoCloseable {

    private final FileChannel channel;

    private SoleRun(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing when it is held already. */
    public static Optional<SoleRun> of(Path file) throws IOException {
        PrivateFiles.directory(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new SoleRun(channel));
    }

    /** Null when the lock is held, by another process or by this one. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
