package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {
    private final PasswordCheck check = new PasswordCheck();

    @AfterEach
    void notInterruptedAnyMore() {
        Thread.interrupted();
    }

    @Test
    void aThreadThatIsStoppedWhileItWaitsSaysSoAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> check.accepts(null, "password"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DRAINING));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void whatCannotBeAPasswordCostsNoTurn() {
        Thread.currentThread().interrupt();

        assertThat(check.accepts(null, "x".repeat(1025))).isFalse();
    }
}
