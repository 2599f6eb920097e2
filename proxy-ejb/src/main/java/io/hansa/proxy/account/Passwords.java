package io.hansa.proxy.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.UUID;

/**
 * Slow salted hashes of passwords: Argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat
 * Sheet). One call costs tens of milliseconds of one core and 19 MiB of memory, so callers bound how
 * many run at once. Safe for many threads.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function FUNCTION =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    /**
     * A hash that no password has: verified for an account that does not exist or has no password, it
     * takes the same time as a wrong password, and so tells nobody which names exist.
     */
    public static final String DUMMY_HASH = hash(UUID.randomUUID().toString());

    private Passwords() {}

    /** In the PHC string format, which names its parameters, so that older hashes stay good. */
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
    }

    /** @param hash as {@link #hash} made it */
    public static boolean verify(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
