package io.hansa.proxy.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file that a node of this proxy wrote for its own next start. Its signature (HMAC-SHA256, RFC
 * 2104) is made with the key file of the nodes and covers the time of writing. It replaces an older
 * one as a whole. For one thread.
 */
public final class SignedFile {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 32;
    private static final int HEAD_BYTES = SIGNATURE_BYTES + Long.BYTES;

    private final Path path;
    private final SecretKeyFile key;
    private final long maxBytes;

    /**
     * @param maxBytes of the content; a longer one is neither written nor read
     */
    public SignedFile(Path path, SecretKeyFile key, long maxBytes) {
        this.path = path;
        this.key = key;
        this.maxBytes = maxBytes;
    }

    /**
     * What a file says.
     *
     * @param writtenAt by the clock of the node that wrote it
     */
    public record Content(byte[] bytes, Instant writtenAt) {}

    public Path path() {
        return path;
    }

    /** Whether there is a key to sign with. */
    public boolean canSign() {
        return key.exists();
    }

    /**
     * @throws IOException also where the content is too long
     */
    public void write(byte[] content, Instant now) throws IOException {
        if (content.length > maxBytes) {
            throw new IOException(
                    "%d bytes are more than the %d allowed".formatted(content.length, maxBytes));
        }
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
        Path fresh =
                path.resolveSibling(
                        "%s.%d.new".formatted(path.getFileName(), ProcessHandle.current().pid()));
        Files.deleteIfExists(fresh);
        PrivateFile.create(fresh, signature(time, content), time, content);
        Files.move(
                fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @return empty where there is no file
     * @throws IOException where it must not be believed, or cannot be read
     */
    public Optional<Content> read() throws IOException {
        byte[] all;
        try {
            if (PrivateFile.isOpen(path)) {
                throw new IOException("it is open to other users; run chmod 600 on it");
            }
            if (Files.size(path) > maxBytes + HEAD_BYTES) {
                throw new IOException("it is too long");
            }
            all = Files.readAllBytes(path);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (all.length < HEAD_BYTES) {
            throw new IOException("it is cut off");
        }
        byte[] time = Arrays.copyOfRange(all, SIGNATURE_BYTES, HEAD_BYTES);
        byte[] content = Arrays.copyOfRange(all, HEAD_BYTES, all.length);
        if (!MessageDigest.isEqual(signature(time, content), Arrays.copyOf(all, SIGNATURE_BYTES))) {
            throw new IOException("its signature is not one by the key file " + key.path());
        }
        return Optional.of(
                new Content(content, Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong())));
    }

    /** The name is signed, too, so that no file can take another's place. */
    private byte[] signature(byte[] time, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.read(), ALGORITHM));
            mac.update(
                    ("hansa signed file 1 " + path.getFileName()).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(time);
            return mac.doFinal(content);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM + ".", absent);
        }
    }
}
