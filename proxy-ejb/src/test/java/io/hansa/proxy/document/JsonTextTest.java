package io.hansa.proxy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> JsonText.object("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(Failure.class);
    }

    @Test
    void depthIsBoundedWhateverTheContainerAllows() {
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
    void whatOthersWroteIsReadWithinBoundsOnly() {
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
