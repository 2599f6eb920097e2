package io.hansa.proxy.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

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

    /**
     * A hash that no password has: verified for an account that does not exist or has no password, it
     * takes the same time as a wrong password, and so tells nobody which names exist. Salt and hash are random bytes.
     */
    public static final String DUMMY_HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$JaS2DcCbbvJ5Iu/F1p53Kg"
                    + "$pXSMsp/VUkNwY98dL5XyVVTUGuQ9ZpbvXLOgSbPsOAY";

    private Passwords() {}

    /** In the PHC string format, which names its parameters, so that older hashes stay good. */
    public static String hash(String password) {
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(
                            Argon2Function.getInstance(
                                    MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
                    .getResult();
        } finally {
            KeptFunctions.forget();
        }
    }

    /** @param hash as {@link #hash} made it */
    public static boolean verify(String password, String hash) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            KeptFunctions.forget();
        }
    }
}
