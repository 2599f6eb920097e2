package io.hansa.proxy.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderNamesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, ETag, false",
                "'', ETag, false",
                "close, ETag, false",
                "etag, ETag, true",
                "'keep-alive, If-Match', if-match, true",
                "'If-Match ,close', If-Match, true",
                "' ,, If-Match\t', If-Match, true",
                "If-Match-2, If-Match, false",
                "X-If-Match, If-Match, false"
            })
    void headerNamedInConnectionBelongsToIt(String connection, String name, boolean expected) {
        assertThat(HeaderNames.ofConnection(connection, name)).isEqualTo(expected);
    }
}
