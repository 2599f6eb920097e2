package io.hansa.proxy.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read: mode 0600, where the file system has modes. */
public final class PrivateFile {
    private static final String OWNER_ONLY = "rw-------";

    private PrivateFile() {}

    /**
     * Makes the file and waits until the disk has it.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    public static void create(Path path, String text) throws IOException {
        create(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same of bytes.
     *
     * @param parts written one after the other
     */
    static void create(Path path, byte[]... parts) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel file =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attributes(path))) {
            for (byte[] part : parts) {
                ByteBuffer bytes = ByteBuffer.wrap(part);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            file.force(true);
        }
    }

    /**
     * Whether other users may read or change it. A group may read: Kubernetes mounts secrets so,
     * for the group of the pod.
     */
    public static boolean isOpen(Path path) throws IOException {
        if (!hasModes(path)) {
            return false;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        return rights.contains(PosixFilePermission.OTHERS_READ)
                || rights.contains(PosixFilePermission.OTHERS_WRITE)
                || rights.contains(PosixFilePermission.GROUP_WRITE);
    }

    private static FileAttribute<?>[] attributes(Path path) {
        return hasModes(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
