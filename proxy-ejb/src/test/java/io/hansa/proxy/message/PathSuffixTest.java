package io.hansa.proxy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSuffixTest {
    @ParameterizedTest
    @CsvSource({
        "/orders/17,, /base, /base/orders/17",
        "/orders/17,, /base/, /base/orders/17",
        "/a%20b/%e4%bb%b7,, /, /a%20b/%e4%bb%b7",
        "'', currency=CNY, /base?tenant=7, /base?tenant=7&currency=CNY",
        "/o, a=b/c?d, /base, /o?a=b/c?d",
    })
    void standsBelowTheServersAddress(String path, String query, String base, String whole) {
        String below = PathSuffix.of(path, query).below(base);

        assertThat(below).endsWith(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../x",
                "/a/./b",
                "/%2e%2e/x",
                "/a/%2E",
                "//a",
                "/a//b",
                "/a%2fb",
                "/a%5Cb",
                "/a;b",
                "/a%3Bb",
                "/a%",
                "/a%zz",
                "/a%25",
                "/a%00",
                "/a b",
                "/a\\b",
                "/ä",
                "/a%3fb"
            })
    void aHostilePathIsRefused(String path) {
        assertThatThrownBy(() -> PathSuffix.of(path, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path below the capability");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "a b", "a=\r\nX: y", "a=%0d%0aX", "a=%00", "#x", "ä"})
    void aBrokenQueryIsRefused(String query) {
        assertThatThrownBy(() -> PathSuffix.of("", query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("query");
    }

    @Test
    void aLongPathIsReadWithoutOverflow() {
        assertThat(PathSuffix.of("/" + "%20".repeat(1300), null).path()).hasSize(3901);
        assertThatThrownBy(() -> PathSuffix.of("/" + "a".repeat(4000), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesBackFromItsText() {
        for (String text : new String[] {"/a/b?c=d", "?c", "/a", ""}) {
            assertThat(PathSuffix.parse(text)).hasToString(text);
        }
    }
}
