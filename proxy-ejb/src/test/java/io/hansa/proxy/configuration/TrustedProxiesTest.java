package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of("192.0.2.1, 10.0.0.0/9,2001:db8::/33");

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.127.0.1", "2001:db8:7fff::1", "::ffff:10.0.0.1"})
    void includesWhatIsNamed(String address) {
        assertThat(proxies.include(TrustedProxies.parse(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.2", "10.128.0.1", "2001:db8:8000::1", "::1"})
    void includesNothingElse(String address) {
        assertThat(proxies.include(TrustedProxies.parse(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "10.0.0.0/33", "10.0.0/8", "::1/129", "1.2.3.4/", "a::b::c"})
    void aWrongOneEndsTheStartWithTheRemedy(String wrong) {
        assertThatThrownBy(() -> TrustedProxies.of("127.0.0.1," + wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hansa.http.trusted-proxies is \"" + wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "::g", "dead.beef"})
    void whatIsNoAddressIsNeverLookedUp(String text) {
        assertThat(TrustedProxies.parse(text)).isNull();
    }

    @Test
    void noProxyIsTrustedByDefault() {
        assertThat(TrustedProxies.of("").isEmpty()).isTrue();
    }
}
