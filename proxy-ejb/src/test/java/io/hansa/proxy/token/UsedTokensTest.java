package io.hansa.proxy.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsedTokensTest {
    private final ManualClock clock = new ManualClock();
    private final Instant end = clock.instant().plusSeconds(60);
    private final UsedTokens used = new UsedTokens(3, clock);

    @Test
    void aSecondUseIsRefused() {
        used.use("shop-b", "t1", end);
        used.use("tickets", "t1", end);

        assertThatThrownBy(() -> used.use("shop-b", "t1", end))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
                            assertThat(failure.extensions()).containsEntry("tokenFault", "used");
                        });
    }

    @Test
    void aTokenWithoutIdIsRefused() {
        assertThatThrownBy(() -> used.use("shop-b", null, end)).hasMessageContaining("no id (jti)");
    }

    @Test
    void fullMemoryRefusesUntilOtherTokensEnd() {
        for (String id : List.of("t1", "t2", "t3")) {
            used.use("shop-b", id, end);
        }
        assertThatThrownBy(() -> used.use("shop-b", "t4", end))
                .hasMessageContaining("raise hansa.peer-token.max-used");
        used.use("tickets", "t4", end);

        clock.forward(Duration.ofSeconds(61));

        used.use("shop-b", "t4", end.plusSeconds(60));
    }

    @Test
    void idsOfARemovedPeerAreForgotten() {
        used.use("shop-b", "t1", end);
        used.keepOnly(List.of());

        used.use("shop-b", "t1", end);
    }
}
