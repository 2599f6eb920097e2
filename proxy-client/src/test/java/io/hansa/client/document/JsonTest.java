package io.hansa.client.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void everySortOfValueIsRead() {
        assertThat(Json.read(" {\"a\":[1,-2.5e3,true,false,null],\"b\":{\"c\":\"\"}} "))
                .isEqualTo(
                        Map.of(
                                "a",
                                Arrays.asList(
                                        new BigDecimal("1"),
                                        new BigDecimal("-2.5e3"),
                                        true,
                                        false,
                                        null),
                                "b",
                                Map.of("c", "")));
        assertThat(Json.read("[]")).isEqualTo(List.of());
        assertThat(Json.read("{}")).isEqualTo(Map.of());
    }

    @Test
    void escapesStandForTheirCharacters() {
        assertThat(Json.read("\"a\\n\\t\\\"\\\\\\/\\u82f9\\ud83c\\udf4e!\""))
                .isEqualTo("a\n\t\"\\/苹🍎!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,",
                "\"a",
                "{\"a\"}",
                "{\"a\":}",
                "tru",
                "1 2",
                "\"\\x\"",
                "\"\\u12g4\"",
                "nul",
                "[1}",
                "--1",
                "{a:1}"
            })
    void malformedTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(text))
                .withMessageStartingWith("malformed JSON at character ");
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("[".repeat(5000)))
                .withMessageContaining("levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("1".repeat(5000)))
                .withMessageContaining("too long");
    }
}
