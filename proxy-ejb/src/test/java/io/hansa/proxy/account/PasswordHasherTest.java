package io.hansa.proxy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.HashingLimits;
import io.hansa.proxy.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private static final String CHEAP =
            "$argon2id$v=19$m=1024,t=1,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA";

    @Test
    void fullQueueRefusesAtOnce() {
        try (PasswordHasher hasher = new PasswordHasher(new HashingLimits(1, 1, 2))) {
            List<CompletableFuture<Boolean>> checks = new ArrayList<>();
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 10; i++) {
                                    checks.add(hasher.verify("old", CHEAP));
                                }
                            })
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> {
                                assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED);
                                assertThat(failure.effect()).isEqualTo(Effect.NONE);
                                assertThat(failure.extensions()).containsKey("retryAfterSeconds");
                            });
            assertThat(checks).hasSizeBetween(2, 4);
            assertThat(PasswordHasher.await(checks.get(0))).isTrue();
        }
    }

    @Test
    void threadRestsAsItsShareDemands() {
        try (PasswordHasher hasher = new PasswordHasher(new HashingLimits(1, 20, 10))) {
            long began = System.nanoTime();
            PasswordHasher.await(hasher.verify("old", PasswordHasher.DUMMY_HASH));
            long one = System.nanoTime() - began;
            PasswordHasher.await(hasher.verify("old", PasswordHasher.DUMMY_HASH));
            assertThat(System.nanoTime() - began)
                    .isGreaterThan(Math.min(4 * one, one + 900_000_000L) / 2);
        }
    }

    @Test
    void aTextThatIsNoHashMatchesNothing() {
        assertThat(Hashing.verify("old", "$argon2id$v=19$m=999999,t=2,p=1$short$short")).isFalse();
    }

    @Test
    void closingRefusesWhatWaitsAndEndsTheThreads() {
        PasswordHasher hasher = new PasswordHasher(new HashingLimits(1, 1, 5));
        hasher.verify("old", CHEAP);
        CompletableFuture<Boolean> waiting = hasher.verify("old", CHEAP);
        hasher.close();

        assertThatThrownBy(() -> PasswordHasher.await(waiting))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DRAINING));
        assertThatThrownBy(() -> hasher.verify("old", CHEAP))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DRAINING));
        await().atMost(10, TimeUnit.SECONDS).until(hasher::isTerminated);
    }
}
