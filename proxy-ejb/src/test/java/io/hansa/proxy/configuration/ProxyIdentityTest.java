package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyIdentityTest {
    @Test
    void theOnlyNodeIsCalledLikeItsProxy() {
        ProxyIdentity identity =
                ProxyIdentity.from(
                        new MapConfig(
                                Map.of(
                                        "hansa.proxy.id", "shop-a",
                                        "hansa.proxy.region", "shanghai",
                                        "hansa.proxy.organization", "shop")));

        assertThat(identity)
                .isEqualTo(new ProxyIdentity("shop-a", "shanghai", "shop", "shop-a", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a,b", "-a", "a b", "\u00fc"})
    void anIdThatWouldBreakAPathIsRefused(String id) {
        assertThatThrownBy(() -> ProxyIdentity.from(new MapConfig(Map.of("hansa.proxy.id", id))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "hansa.proxy.id is \"%s\"; give 1 to 100 letters, digits, dots, dashes or underscores."
                                .formatted(id));
    }

    @Test
    void anAddressForIiopIsHostAndPort() {
        assertThat(
                        ProxyIdentity.from(
                                new MapConfig(Map.of("hansa.iiop.advertised", "a.example:3528"))))
                .extracting(ProxyIdentity::iiop)
                .isEqualTo("a.example:3528");
        assertThatThrownBy(
                        () ->
                                ProxyIdentity.from(
                                        new MapConfig(Map.of("hansa.iiop.advertised", "iiop://a"))))
                .hasMessage(
                        "hansa.iiop.advertised is \"iiop://a\"; give host:port, such as 127.0.0.1:3528.");
    }
}
