package io.hansa.proxy.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class FramingWorkbenchTest {
    private static final String EBCDIC =
            """
            {"framing":{"type":"length-prefix","bytes":4,"encoding":"EBCDIC","headerHex":"6000"},
             "charset":"IBM1047","hex":"%s"}\
            """;

    @Test
    void fieldsTellOffsetHexAndText() {
        JsonObject decoded = decode(EBCDIC.formatted("F0F0F0F7 6001 C8C5D3D3D6"));

        JsonObject frame = decoded.getJsonArray("frames").getJsonObject(0);
        JsonObject prefix = frame.getJsonArray("fields").getJsonObject(0);
        JsonObject payload = frame.getJsonArray("fields").getJsonObject(2);
        assertThat(prefix.getString("name")).isEqualTo("prefix");
        assertThat(prefix.getString("value")).isEqualTo("7");
        assertThat(payload.getInt("offset")).isEqualTo(6);
        assertThat(payload.getString("hex")).isEqualTo("C8C5D3D3D6");
        assertThat(payload.getString("text")).isEqualTo("HELLO");
        assertThat(decoded.isNull("rest")).isTrue();
    }

    @Test
    void restTellsWhatIsMissingOrBroken() {
        JsonObject half = decode(EBCDIC.formatted("F0F0F0F7 6001 C8C5")).getJsonObject("rest");
        JsonObject broken = decode(EBCDIC.formatted("C1C2C3C4 6001")).getJsonObject("rest");

        assertThat(half.getString("state")).isEqualTo("INCOMPLETE");
        assertThat(half.getString("hex")).isEqualTo("F0F0F0F76001C8C5");
        assertThat(broken.getString("state")).isEqualTo("BROKEN");
        assertThat(broken.getString("reason")).contains("c1c2c3c4").contains("EBCDIC");
    }

    @Test
    void digitsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> decode(EBCDIC.formatted("F0F")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("hex")
                .hasMessageContaining("hexadecimal digits");
        assertThatThrownBy(() -> decode("{\"hex\":\"00\"}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("framing");
    }

    @Test
    void moreBytesThanTheMaximumAreRefused() {
        String tooMany = "00".repeat(GivenBytes.MAX + 1);

        assertThatThrownBy(() -> decode(EBCDIC.formatted(tooMany)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("at most 65536 bytes");
    }

    private static JsonObject decode(String json) {
        return FramingWorkbench.decode((JsonObject) JsonText.read(json));
    }
}
