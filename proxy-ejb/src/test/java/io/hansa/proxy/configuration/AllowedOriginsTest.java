package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @Test
    void noOriginIsAllowedByDefault() {
        assertThat(allowed(Map.of()).origins()).isEmpty();
    }

    @Test
    void originsAreComparedByTheirMeaning() {
        AllowedOrigins allowed =
                allowed(
                        Map.of(
                                "hansa.http.allowed-origins",
                                "https://Hansa.Example, http://[::1]:8080"));

        assertThat(allowed.contains(HttpOrigin.of("https", "hansa.example", 443))).isTrue();
        assertThat(allowed.contains(HttpOrigin.of("http", "::1", 8080))).isTrue();
        assertThat(allowed.contains(HttpOrigin.of("http", "hansa.example", 80))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "hansa.example", "https://hansa.example/console", ","})
    void anythingButOriginsEndsTheStart(String wrong) {
        Map<String, String> set = Map.of("hansa.http.allowed-origins", wrong);

        assertThatThrownBy(() -> allowed(set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hansa.http.allowed-origins is \"" + wrong + "\"; give ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://",
                "https://a/",
                "https://b@a",
                "ftp://a",
                "http://a b"
            })
    void whatIsNoOriginIsNotRead(String text) {
        assertThat(HttpOrigin.parse(text)).isEmpty();
    }

    private static AllowedOrigins allowed(Map<String, String> settings) {
        return AllowedOrigins.from(new MapConfig(settings));
    }
}
