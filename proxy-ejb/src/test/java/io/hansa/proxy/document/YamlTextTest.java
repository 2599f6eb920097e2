package io.hansa.proxy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
    @Test
    void readsMappingsSequencesAndScalars() {
        assertThat(
                        yaml(
                                """
                                # a comment
                                name: trade.settle
                                weight: 1
                                share: 0.25
                                enabled: true
                                framing: null
                                nothing:
                                quoted: "1"
                                groups:
                                  - retail
                                  - 'no'
                                limit: {permits: 10, perMillis: 1000}
                                text: |
                                  two
                                  lines
                                """))
                .isEqualTo(
                        JsonText.object(
                                """
                                {"name":"trade.settle","weight":1,"share":0.25,"enabled":true,
                                 "framing":null,"nothing":null,"quoted":"1","groups":["retail","no"],
                                 "limit":{"permits":10,"perMillis":1000},"text":"two\\nlines\\n"}
                                """));
    }

    @Test
    void readsJsonToo() {
        String json = "{\"a\":[1,{\"b\":\"\\u00e9\"}],\"c\":null}";
        assertThat(yaml(json)).isEqualTo(JsonText.object(json));
    }

    @ParameterizedTest
    @CsvSource({
        "yes,\"yes\"",
        "0x1F,31",
        "0o17,15",
        "1e3,1E+3",
        "+7,7",
        "2026-01-31,\"2026-01-31\"",
        "12:30,\"12:30\"",
        "TRUE,true",
        "~,null",
        "0A,\"0A\"",
        ".5,0.5"
    })
    void takesScalarsByTheCoreSchema(String scalar, String json) {
        assertThat(yaml("a: " + scalar).get("a")).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: &x 2|line 2: anchors",
                "a: 1\\nb: *x|line 2",
                "a: 1\\n\\nb: !!str 2|line 3: tags",
                "a: !!js/function 'x'|line 1: tags",
                "a: 1\\nb: 2\\na: 3|line 3: the member \"a\" is there twice",
                "a: 1\\n? [x]\\n: 2|line 2: a member's name must be a text",
                "a: 1\\n---\\nb: 2|line 2: a second document",
                "- a|line 1: the document must be one mapping",
                "a: [1, 2|correct line 1",
                "a: 1\\n b: 2|correct line 2",
                "a: .inf|JSON has no such number",
                "a: 1e99999999999|too large an exponent",
                "a: \"\\\\0\"|a holds a NUL",
                "a: \"\\\\uD800\"|a holds a NUL character or half",
                "a: 1\\nb: \u0007x|line 2 has a character",
            })
    void refusesWithTheLine(String yaml, String told) {
        refused(yaml.translateEscapes(), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "---", "text"})
    void refusesWhatIsNoMapping(String yaml) {
        refused(yaml, "the document must be one mapping");
    }

    @Test
    void refusesDepthLengthAndDigitsBeyondTheBounds() {
        refused("a: " + "[".repeat(100_000), "more than 64 levels");
        refused("a: [" + "1,".repeat(100_001) + "1]", "more than 100000 values");
        refused("a: " + "1".repeat(1001), "more than 1000 digits");
        refused("a: '" + "x".repeat(3 << 20) + "'", "more than 2097152 characters");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThatThrownBy(() -> YamlText.object(new byte[] {'a', ':', ' ', (byte) 0xC3}))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void printsInOrderAndReadsBackTheSame() {
        JsonObject object =
                JsonText.object(
                        """
                        {"z":"no","a":["1","x y","trade.*","*","价格","- a","a: b","#","null","é\\n\\t"],
                         "empty":{},"none":[],"n":[1,-2.5,1E+3,null,true],"nested":{"b":[{"c":1,"d":[[2]]}]},
                         "12:30":"12:30","":"","y":"Y","date":"2026-01-31T08:00:00Z","q":"\\"\\\\"}
                        """);
        String printed = YamlText.print(object);
        assertThat(yaml(printed)).isEqualTo(object);
        assertThat(printed).startsWith("z: \"no\"\n").contains("- trade.*\n", "- \"*\"\n", "价格");
        assertThat(YamlText.print(yaml(printed))).isEqualTo(printed);
    }

    private static JsonObject yaml(String text) {
        return YamlText.object(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String yaml, String told) {
        assertThatThrownBy(() -> yaml(yaml))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.REQUEST_INVALID))
                .hasMessageContaining(told);
    }
}
