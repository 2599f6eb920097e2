package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeFailureTextTest {
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ABANDONED", "QUARANTINED", "TIMEOUT"},
            mode = EnumSource.Mode.EXCLUDE)
    void theReasonIsToldAndTheAddressIsNot(Kind kind) {
        String text = text(kind, "its reply is longer than 5 bytes; raise maxReplyBytes");

        assertThat(text)
                .startsWith("Business server trade-1 ")
                .contains("longer than 5 bytes; raise maxReplyBytes")
                .doesNotContain("10.0.0.1");
    }

    @Test
    void failureWithoutReasonHidesTheAddress() {
        for (Kind kind : Kind.values()) {
            assertThat(text(kind, null)).doesNotContain("10.0.0.1").doesNotContain("null");
        }
    }

    private static String text(Kind kind, String reason) {
        return ExchangeFailureText.of(
                "trade-1",
                new ExchangeException(kind, true, "trade-1 at 10.0.0.1: " + reason)
                        .because(reason));
    }
}
