package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuessThrottleTest {
    private static final Source HERE = Source.of("192.0.2.1");

    private long now = 1;
    private final GuessThrottle throttle =
            new GuessThrottle(new GuessingLimits(5, 12, 60), () -> now);

    @Test
    void thePauseDoublesUpToItsLimit() {
        guess("shop", HERE, 5);
        assertThat(pause("shop", HERE)).isEqualTo(1);
        for (long expected : new long[] {2, 4, 8, 16, 32, 60, 60}) {
            pass(600);
            guess("shop", HERE, 1);
            assertThat(pause("shop", HERE)).isEqualTo(expected);
        }
    }

    @Test
    void afterThePauseOneMoreMayCome() {
        guess("shop", HERE, 5);
        pass(1);
        assertThatCode(() -> throttle.check("shop", HERE)).doesNotThrowAnyException();
    }

    @Test
    void rightPasswordResetsTheCount() {
        guess("shop", HERE, 5);
        throttle.takeBack("shop", HERE, true);
        guess("shop", HERE, 4);
        assertThatCode(() -> throttle.check("shop", HERE)).doesNotThrowAnyException();
    }

    @Test
    void uncheckedPasswordIsNoGuess() {
        guess("shop", HERE, 5);
        throttle.takeBack("shop", HERE, false);
        assertThatCode(() -> throttle.check("shop", HERE)).doesNotThrowAnyException();
    }

    @Test
    void sourceThatTriesManyAccountsMustWait() {
        for (int i = 0; i < 12; i++) {
            guess("account-" + i, HERE, 1);
        }
        assertThat(pause("another", HERE)).isEqualTo(2);
        assertThatCode(() -> throttle.check("another", Source.of("192.0.2.2")))
                .doesNotThrowAnyException();
        pass(2);
        assertThatCode(() -> throttle.check("another", HERE)).doesNotThrowAnyException();
    }

    @Test
    void sameIpV6NetworkIsOneSource() {
        guess("shop", Source.of("2001:db8:1:2:aaaa::1"), 5);
        assertThat(pause("shop", Source.of("2001:db8:1:2::2"))).isEqualTo(1);
        assertThatCode(() -> throttle.check("shop", Source.of("2001:db8:1:3::1")))
                .doesNotThrowAnyException();
        guess("clerk", Source.of("192.0.2.9"), 5);
        assertThat(pause("clerk", Source.of("::ffff:192.0.2.9"))).isEqualTo(1);
    }

    @Test
    void anUnknownSourceIsSlowedByAccountOnly() {
        for (int i = 0; i < 20; i++) {
            guess("account-" + i, Source.UNKNOWN, 1);
        }
        assertThatCode(() -> throttle.check("another", Source.UNKNOWN)).doesNotThrowAnyException();
        guess("account-0", Source.UNKNOWN, 4);
        assertThat(pause("account-0", Source.UNKNOWN)).isEqualTo(1);
    }

    private void guess(String account, Source source, int times) {
        for (int i = 0; i < times; i++) {
            throttle.guessed(account, source);
        }
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private long pause(String account, Source source) {
        Failure failure =
                catchThrowableOfType(Failure.class, () -> throttle.check(account, source));
        assertThat(failure.code()).isEqualTo(ErrorCode.GUESSING_SLOWED);
        return (Long) failure.extensions().get("retryAfterSeconds");
    }
}
