package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IiopExposureTest {
    private static final String KEY = "hansa.iiop.accept-unprotected";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "localhost"})
    void theLoopbackAddressNeedsNoAcceptance(String host) {
        assertThatCode(() -> exposure(Map.of()).check(host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "0.0.0.0", "::", "no-such-host.invalid"})
    void anyOtherAddressEndsTheStartUnlessAccepted(String host) {
        assertThatThrownBy(() -> exposure(Map.of(KEY, "false")).check(host))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(host)
                .hasMessageContaining(KEY + "=true");
        assertThatCode(() -> exposure(Map.of(KEY, "true")).check(host)).doesNotThrowAnyException();
    }

    @Test
    void anythingButTrueOrFalseEndsTheStart() {
        assertThatThrownBy(() -> exposure(Map.of(KEY, "yes")))
                .hasMessage(KEY + " is \"yes\"; give true or false.");
    }

    private static IiopExposure exposure(Map<String, String> settings) {
        return IiopExposure.from(new MapConfig(settings));
    }
}
