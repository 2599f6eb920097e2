package io.hansa.proxy.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.configuration.PasswordRules;
import io.hansa.proxy.failure.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a password against its slow hash. Remembers a correct password until it has not been used
 * for five minutes: by a keyed digest, never the password, and with its hash, so that a changed
 * password is checked again. Concurrent requests with the same account and password share one
 * check. Guessing is slowed before hashing. No thread waits. Safe for many threads.
 */
public final class PasswordCheck {
    private static final CompletableFuture<Boolean> RIGHT = CompletableFuture.completedFuture(true);
    private static final CompletableFuture<Boolean> WRONG =
            CompletableFuture.completedFuture(false);
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final int MAX_REMEMBERED = 10_000;

    /**
     * A running check, with the sources of the requests that share it. Each source has counted one
     * guess.
     */
    private record Check(CompletableFuture<Boolean> matches, Set<String> sources) {}

    private final PasswordHasher hasher;
    private final GuessThrottle throttle;
    private final OutdatedHashes outdated;
    private final SecretKeySpec digestKey;
    private final ConcurrentHashMap<ByteBuffer, Check> underWay = new ConcurrentHashMap<>();
    private final Cache<ByteBuffer, Boolean> right =
            Caffeine.newBuilder()
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterAccess(FORGOTTEN)
                    .executor(Runnable::run)
                    .build();

    /**
     * @param outdated told of each right password whose hash has parameters of the past
     */
    public PasswordCheck(PasswordHasher hasher, GuessingLimits limits, OutdatedHashes outdated) {
        this.hasher = hasher;
        this.throttle = new GuessThrottle(limits, System::nanoTime);
        this.outdated = outdated;
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        digestKey = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * Whether the account has the password. Cost and throttling are the same if the account does
     * not exist (null), is disabled, or has no password.
     *
     * @param name the account's name from the request
     * @throws Failure GUESSING_SLOWED or OVERLOADED
     */
    CompletableFuture<Boolean> accepts(
            String name, Account account, String password, Source source) {
        if (password.length() > PasswordRules.LONGEST) {
            throttle.check(name, source);
            throttle.guessed(name, source);
            return WRONG;
        }
        boolean none = account == null || account.passwordHash() == null;
        boolean open = !none && account.enabled();
        String hash = none ? PasswordHasher.DUMMY_HASH : account.passwordHash();
        ByteBuffer digest = digest(name, hash, password);
        if (open && right.getIfPresent(digest) != null) {
            return RIGHT;
        }
        throttle.check(name, source);
        Check check = check(digest, password, hash, open);
        boolean counted = check.sources().add(source.network());
        if (counted) {
            throttle.guessed(name, source);
        }
        return check.matches()
                .handle(
                        (matches, failure) -> {
                            if (counted && (failure != null || matches && open)) {
                                throttle.takeBack(name, source, failure == null);
                            }
                            if (failure instanceof Failure reason) {
                                throw reason;
                            }
                            if (failure != null) {
                                throw new IllegalStateException(
                                        "A password was not checked.", failure);
                            }
                            if (matches && open && PasswordHasher.isOutdated(hash)) {
                                outdated.found(name, hash, password);
                            }
                            return matches && open;
                        });
    }

    private Check check(ByteBuffer digest, String password, String hash, boolean open) {
        Check mine = new Check(new CompletableFuture<>(), ConcurrentHashMap.newKeySet());
        Check first = underWay.putIfAbsent(digest, mine);
        if (first != null) {
            return first;
        }
        if (open && right.getIfPresent(digest) != null) {
            // Another check ended between the lookup and this line. It stores its result before
            // it ends, so this check uses that result.
            end(mine, digest, true, true, null);
            return mine;
        }
        try {
            hasher.verify(password, hash)
                    .whenComplete((matches, failure) -> end(mine, digest, open, matches, failure));
        } catch (Failure refused) {
            end(mine, digest, open, null, refused);
            throw refused;
        }
        return mine;
    }

    private void end(
            Check check, ByteBuffer digest, boolean open, Boolean matches, Throwable failure) {
        if (failure == null && matches && open) {
            right.put(digest, Boolean.TRUE);
        }
        underWay.remove(digest, check);
        if (failure == null) {
            check.matches().complete(matches);
        } else {
            check.matches().completeExceptionally(failure);
        }
    }

    private ByteBuffer digest(String name, String hash, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no HmacSHA256.", absent);
        }
    }
}
