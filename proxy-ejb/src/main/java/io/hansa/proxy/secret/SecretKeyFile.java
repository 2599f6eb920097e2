package io.hansa.proxy.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The file with the key that encrypts secrets in the registry: 32 random bytes in base64. All nodes
 * of a proxy have the same one.
 */
public final class SecretKeyFile {
    private static final int KEY_BYTES = 32;
    private static final int MAX_FILE_BYTES = 1024;

    private final Path path;

    public SecretKeyFile(Path path) {
        this.path = path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    public Path path() {
        return path;
    }

    /**
     * @throws IllegalStateException with the remedy where the file cannot be used
     */
    public byte[] read() {
        try {
            if (PrivateFile.isOpen(path)) {
                throw new IllegalStateException(
                        "The file %s of hansa.secret.key-file is open to other users; run chmod 600 on it."
                                .formatted(path));
            }
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
    public byte[] readOrCreate() {
        if (exists()) {
            return read();
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            PrivateFile.create(path, Base64.getEncoder().encodeToString(key) + "\n");
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

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
