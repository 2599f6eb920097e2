package io.hansa.proxy.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Passwords;
import io.hansa.proxy.failure.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a password against its slow hash, few at once, and remembers for a while that one was right: under
 * a keyed digest, never the password, together with the hash it was right for, so that a changed password
 * is asked again. Safe for many threads.
 */
final class PasswordCheck {
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int LONGEST_PASSWORD = 1024;

    private final SecretKeySpec digestKey;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Cache<ByteBuffer, String> right =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    PasswordCheck() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        digestKey = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Costs the same whether the account exists (null: it does not) or not. */
    boolean accepts(Account account, String password) {
        if (password.length() > LONGEST_PASSWORD) {
            return false;
        }
        boolean none = account == null || account.passwordHash() == null;
        String hash = none ? Passwords.DUMMY_HASH : account.passwordHash();
        ByteBuffer digest = digest(hash, password);
        if (hash.equals(right.getIfPresent(digest))) {
            return true;
        }
        boolean accepted = verify(password, hash) && !none;
        if (accepted) {
            right.put(digest, hash);
        }
        return accepted;
    }

    private boolean verify(String password, String hash) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Failure.of(
                        ErrorCode.OVERLOADED,
                        "Too many passwords are being checked; ask for a token once and use that.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Failure.of(ErrorCode.DRAINING, "This node is stopping; use another.");
        }
        try {
            return Passwords.verify(password, hash);
        } finally {
            turns.release();
        }
    }

    private ByteBuffer digest(String hash, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no HmacSHA256.", absent);
        }
    }
}
