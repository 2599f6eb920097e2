package io.hansa.proxy.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Slow salted hashes of passwords: Argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat
 * Sheet). One call costs tens of milliseconds of one core. An instance keeps its 19 MiB of working
 * memory between calls, which leaves no garbage; so there is one for each thread of {@link
 * PasswordHasher}. For one thread at a time.
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

    /** In the PHC string format, which names its parameters, so that older hashes stay good. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] none = new byte[HASH_BYTES];
        PasswordHash wanted = new PasswordHash(MEMORY_KIB, PASSES, LANES, salt, none);
        return new PasswordHash(MEMORY_KIB, PASSES, LANES, salt, run(password, wanted)).text();
    }

    /**
     * @throws IllegalArgumentException where the text is no hash with bounded parameters
     */
    boolean verify(String password, String hash) {
        PasswordHash expected = PasswordHash.parse(hash);
        return MessageDigest.isEqual(expected.hash(), run(password, expected));
    }

    private byte[] run(String password, PasswordHash like) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(like.memoryKib())
                        .withIterations(like.passes())
                        .withParallelism(like.lanes())
                        .withSalt(like.salt())
                        .withBlockPool(memory)
                        .build());
        byte[] out = new byte[like.hash().length];
        argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }
}
