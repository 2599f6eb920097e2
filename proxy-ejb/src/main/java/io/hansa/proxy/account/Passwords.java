package io.hansa.proxy.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Slow salted password hashes: Argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat
 * Sheet). One call takes tens of milliseconds of one core. An instance keeps its 19 MiB of working
 * memory between calls and so creates no garbage; each thread of {@link PasswordHasher} has one
 * instance. Not thread-safe.
 */
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BlockPool memory =
            new FixedBlockPool(Argon2BytesGenerator.getBlockCount(MEMORY_KIB, LANES));

    /**
     * The hash in the PHC string format. The text names the parameters, so hashes with earlier
     * parameters remain valid.
     */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] none = new byte[HASH_BYTES];
        PasswordHash wanted = new PasswordHash(MEMORY_KIB, PASSES, LANES, salt, none);
        return new PasswordHash(MEMORY_KIB, PASSES, LANES, salt, run(password, wanted)).text();
    }

    /**
     * @throws IllegalArgumentException if the text is not a hash with bounded parameters
     */
    boolean verify(String password, String hash) {
        PasswordHash expected = PasswordHash.parse(hash);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
            return false;
        }
        return MessageDigest.isEqual(expected.hash(), run(password, expected));
    }

    /** Whether it is a hash, and of other parameters than {@link #hash} uses. */
    static boolean isOutdated(String hash) {
        try {
            PasswordHash parsed = PasswordHash.parse(hash);
            return parsed.memoryKib() != MEMORY_KIB
                    || parsed.passes() != PASSES
                    || parsed.lanes() != LANES
                    || parsed.hash().length != HASH_BYTES
                    || parsed.salt().length != SALT_BYTES;
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }

    private byte[] run(String password, PasswordHash parameters) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(parameters.memoryKib())
                        .withIterations(parameters.passes())
                        .withParallelism(parameters.lanes())
                        .withSalt(parameters.salt())
                        .withBlockPool(memory)
                        .build());
        byte[] out = new byte[parameters.hash().length];
        argon2.generateBytes(utf8(password), out);
        return out;
    }

    /** Half of a surrogate pair would become a question mark, and equal one. */
    private static byte[] utf8(String password) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
            throw new IllegalArgumentException(
                    "A password holds half of a surrogate pair; give another.");
        }
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
