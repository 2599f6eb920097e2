package io.hansa.proxy.account;

import io.hansa.proxy.configuration.HashingLimits;
import io.hansa.proxy.configuration.PasswordRules;

/** A hasher for tests, without pauses, and what it makes. */
public final class Hashing {
    public static final PasswordHasher HASHER = new PasswordHasher(new HashingLimits(1, 100, 100));

    public static final NewPasswords PASSWORDS =
            new NewPasswords(new PasswordRules(1, 256), HASHER);

    private Hashing() {}

    public static String hash(String password) {
        return HASHER.hash(password);
    }

    public static boolean verify(String password, String hash) {
        return PasswordHasher.await(HASHER.verify(password, hash));
    }
}
