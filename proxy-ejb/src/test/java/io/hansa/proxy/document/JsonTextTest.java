package io.hansa.proxy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void readsAnObject() {
        assertThat(JsonText.object(" {\"a\":1} ").getInt("a")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "7",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}"
            })
    void refusesWhatIsNotOneObjectWithEachMemberOnce(String text) {
        assertThatThrownBy(() -> JsonText.object(text)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1,'a':2}|/a: the member is there twice",
                "{'x':{},'a':[1,{'b':1},{'b':{'c':1,'d':2,'c':3}}]}|/a/2/b/c: the member is there twice",
                "{'a':[[],[1e99999999999]]}|/a/1/0: the number has too large an exponent",
                "{'a':{'b':-1E-99999999999}}|/a/b: the number has too large an exponent",
            })
    void aFaultOfTheTextIsNamedByItsPlace(String text, String told) {
        assertThatThrownBy(() -> JsonText.object(text.replace('\'', '"')))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void theSameNameIsFreeInOtherObjects() {
        assertThat(JsonText.object("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":1e999999999}"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkTellsTheCharset(String charset) {
        byte[] body = "\uFEFF{\"a\":\"\u4ef7\"}".getBytes(Charset.forName(charset));

        assertThat(JsonText.object(body).getString("a")).isEqualTo("\u4ef7");
        assertThat(JsonText.foreign(body, JsonBounds.DOCUMENT)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "x\\udc00\\ud800"})
    void textThatCannotBeKeptIsRefusedByItsMember(String escaped) {
        byte[] body = "{\"labels\":{\"b\":[\"%s\"]}}".formatted(escaped).getBytes();

        assertThatThrownBy(() -> JsonText.object(body))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("labels.b[0]")
                .hasMessageContaining("send it without");
        byte[] pair = "{\"a\":\"\\ud83d\\ude00\"}".getBytes();
        assertThat(JsonText.object(pair).getString("a")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] broken = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};

        assertThatThrownBy(() -> JsonText.object(broken)).hasMessageContaining("not UTF-8");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> JsonText.object("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(Failure.class);
    }

    @Test
    void depthIsBoundedOnEveryContainer() {
        String deep = "{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}";
        String deeper = "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}";
        assertThat(JsonText.object(deep)).containsKey("a");
        assertThatThrownBy(() -> JsonText.object(deeper))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("more than 64 levels");
    }

    @Test
    void bracketsInTextsAreNoLevels() {
        String text = "[\\\"{".repeat(1000);
        assertThat(JsonText.object("{\"a\":\"" + text + "\\\\\",\"b\":[1]}")).hasSize(2);
    }

    @Test
    void valuesAndDigitsAreBounded() {
        assertThatThrownBy(() -> JsonText.object("{\"a\":[" + "1,".repeat(100_000) + "1]}"))
                .hasMessageContaining("more than 100000 values");
        assertThatThrownBy(() -> JsonText.object("{\"a\":" + "1".repeat(1001) + "}"))
                .hasMessageContaining("more than 1000 digits");
    }

    @Test
    void foreignJsonIsReadWithinBounds() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonText.foreign(deep, JsonBounds.DOCUMENT))
                .isInstanceOf(JsonBounds.Exceeded.class);
        assertThat(JsonText.foreign("{".getBytes(StandardCharsets.UTF_8), JsonBounds.DOCUMENT))
                .isEmpty();
    }

    @Test
    void saysWhereItBreaksOff() {
        assertThatThrownBy(() -> JsonText.object("{\n  \"a\": tru\n}"))
                .hasMessageContaining("line 2");
    }
}
