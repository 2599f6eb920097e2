package io.hansa.proxy.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The file with the key that encrypts secrets in the registry: 32 random bytes in base64. All nodes
 * of a proxy have the same one.
 */
final class SecretKeyFile {
    private static final int KEY_BYTES = 32;
    private static final int MAX_FILE_BYTES = 1024;
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;

    SecretKeyFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    Path path() {
        return path;
    }

    /**
     * @throws IllegalStateException with the remedy where the file cannot be used
     */
    byte[] read() {
        try {
            requireClosed();
            if (Files.size(path) <= MAX_FILE_BYTES) {
                byte[] key = decode(Files.readString(path, StandardCharsets.US_ASCII).strip());
                if (key.length == KEY_BYTES) {
                    return key;
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The file %s of hansa.secret.key-file cannot be read; let the server's user read it."
                            .formatted(path),
                    unreadable);
        }
        throw new IllegalStateException(
                "The file %s of hansa.secret.key-file is not 32 bytes in base64; copy it from another node of this proxy."
                        .formatted(path));
    }

    /** Makes a new key where there is no file, and reads the file otherwise. */
    byte[] readOrCreate() {
        if (exists()) {
            return read();
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            write(path, Base64.getEncoder().encodeToString(key) + "\n");
        } catch (FileAlreadyExistsException anotherStart) {
            return read();
        } catch (IOException full) {
            throw new IllegalStateException(
                    "The file %s of hansa.secret.key-file cannot be made; let the server's user write into its directory, or name another file."
                            .formatted(path),
                    full);
        }
        return key;
    }

    /** Writes a new file that only its owner may read, and waits until the disk has it. */
    static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel file =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attributes(path))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path path) {
        return hasPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    /** A group may read: Kubernetes mounts secrets so, for the group of the pod. */
    private void requireClosed() throws IOException {
        if (hasPosix(path)) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            if (rights.contains(PosixFilePermission.OTHERS_READ)
                    || rights.contains(PosixFilePermission.OTHERS_WRITE)
                    || rights.contains(PosixFilePermission.GROUP_WRITE)) {
                throw new IllegalStateException(
                        "The file %s of hansa.secret.key-file is open to other users (%s); run chmod 600 on it."
                                .formatted(path, PosixFilePermissions.toString(rights)));
            }
        }
    }

    private static boolean hasPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
