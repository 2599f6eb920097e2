package io.hansa.proxy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
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
    void saysWhereItBreaksOff() {
        assertThatThrownBy(() -> JsonText.object("{\n  \"a\": tru\n}"))
                .hasMessageContaining("line 2");
    }
}
