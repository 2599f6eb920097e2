package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.configuration.HashingLimits;
import io.hansa.proxy.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCheckTest {
    private static final String HASH = Hashing.hash("shop-demo");

    /** Of the password "old", with parameters of the past. */
    private static final String OLD_HASH =
            "$argon2id$v=19$m=1024,t=1,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA";

    private static final Source HERE = Source.of("192.0.2.1");
    private static final Source ELSEWHERE = Source.of("192.0.2.2");

    private final PasswordHasher hasher = new PasswordHasher(new HashingLimits(1, 100, 100));
    private final List<String> outdated = new CopyOnWriteArrayList<>();
    private final PasswordCheck check =
            new PasswordCheck(
                    hasher,
                    new GuessingLimits(3, 1000, 60),
                    (account, hash, password) -> outdated.add(account));

    @AfterEach
    void endThreads() {
        hasher.close();
    }

    @Test
    void verifiedPasswordIsNotHashedAgain() {
        assertThat(accepts("shop", "shop-demo", HERE)).isTrue();
        long hashes = hasher.hashes();

        assertThat(accepts("shop", "shop-demo", HERE)).isTrue();
        assertThat(hasher.hashes()).isEqualTo(hashes);
    }

    @Test
    void callersOfOneAccountShareOneCheck() {
        long hashes = hasher.hashes();
        CompletableFuture<Boolean> before = hasher.verify("other", HASH);
        List<CompletableFuture<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            callers.add(check.accepts("shop", shop(true), "shop-demo", HERE));
        }

        assertThat(callers).allMatch(PasswordHasher::await);
        PasswordHasher.await(before);
        assertThat(hasher.hashes() - hashes).isEqualTo(2);
    }

    /**
     * By count and not by time: the right password of a disabled account is hashed each time, as a
     * wrong one is.
     */
    @ParameterizedTest
    @ValueSource(strings = {"shop-demo", "wrong"})
    void aDisabledAccountsPasswordCostsAHashEachTime(String password) {
        assertThat(accepts("shop", "shop-demo", HERE)).isTrue();
        long hashes = hasher.hashes();

        for (int i = 1; i <= 2; i++) {
            assertThat(PasswordHasher.await(check.accepts("shop", shop(false), password, HERE)))
                    .isFalse();
            assertThat(hasher.hashes()).isEqualTo(hashes + i);
        }
    }

    @Test
    void unknownAccountCostsAHashAndIsSlowed() {
        long hashes = hasher.hashes();
        for (int i = 0; i < 3; i++) {
            assertThat(PasswordHasher.await(check.accepts("nobody", null, "wrong" + i, HERE)))
                    .isFalse();
            assertThat(accepts("shop", "wrong" + i, HERE)).isFalse();
        }

        assertThat(hasher.hashes() - hashes).isEqualTo(6);
        Failure known = slowed(() -> accepts("shop", "wrong", HERE));
        Failure unknown = slowed(() -> check.accepts("nobody", null, "wrong", HERE));
        assertThat(unknown).hasMessage(known.getMessage());
        assertThat(hasher.hashes() - hashes).isEqualTo(6);
    }

    @Test
    void ownerElsewhereAndVerifiedCallerAreNotSlowed() {
        assertThat(accepts("shop", "shop-demo", HERE)).isTrue();
        for (int i = 0; i < 3; i++) {
            accepts("shop", "wrong" + i, HERE);
        }

        slowed(() -> accepts("shop", "wrong", HERE));
        assertThat(accepts("shop", "shop-demo", HERE)).isTrue();
        assertThat(accepts("shop", "shop-demo", ELSEWHERE)).isTrue();
    }

    @Test
    void concurrentGuessesDoNotAvoidThePause() {
        for (int i = 0; i < 3; i++) {
            check.accepts("shop", shop(true), "wrong" + i, HERE);
        }
        slowed(() -> check.accepts("shop", shop(true), "wrong", HERE));
    }

    @Test
    void impossiblePasswordIsAGuessWithoutHash() {
        long hashes = hasher.hashes();
        for (int i = 0; i < 3; i++) {
            assertThat(accepts("shop", "x".repeat(1025), HERE)).isFalse();
        }
        slowed(() -> accepts("shop", "x".repeat(1025), HERE));
        assertThat(hasher.hashes()).isEqualTo(hashes);
    }

    private boolean accepts(String name, String password, Source source) {
        return PasswordHasher.await(check.accepts(name, shop(true), password, source));
    }

    private static Failure slowed(org.assertj.core.api.ThrowableAssert.ThrowingCallable guess) {
        Failure[] slowed = new Failure[1];
        assertThatThrownBy(guess)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(ErrorCode.GUESSING_SLOWED);
                            assertThat(failure.effect()).isEqualTo(Effect.NONE);
                            assertThat(failure.extensions()).containsKey("retryAfterSeconds");
                            slowed[0] = failure;
                        });
        return slowed[0];
    }

    @Test
    void rightPasswordWithOldHashIsReported() {
        Account shop = new Account("shop", OLD_HASH, Set.of(), Set.of(Role.CALLER), true, 1);

        assertThat(PasswordHasher.await(check.accepts("shop", shop, "wrong", HERE))).isFalse();
        assertThat(outdated).isEmpty();
        assertThat(PasswordHasher.await(check.accepts("shop", shop, "old", HERE))).isTrue();
        assertThat(PasswordHasher.await(check.accepts("shop", shop, "old", HERE))).isTrue();
        assertThat(outdated).containsExactly("shop");
        assertThat(accepts("shop", "shop-demo", HERE)).isTrue();
        assertThat(outdated).hasSize(1);
    }

    private static Account shop(boolean enabled) {
        return new Account("shop", HASH, Set.of(), Set.of(Role.CALLER), enabled, 1);
    }
}
