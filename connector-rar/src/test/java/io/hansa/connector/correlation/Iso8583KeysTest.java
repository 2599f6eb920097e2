package io.hansa.connector.correlation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class Iso8583KeysTest {

    /** Fields 2 (a length in front), 3, 4, 7, 11 and 41. */
    private static final String BITMAP = "7220000000800000";

    private static final String FIELDS =
            "164000001234567899" + "000000" + "000000001000" + "1122224500";

    private final KeyReader characters = keys(Encoding.ASCII, 11, 41);

    @Test
    void aReplyHasTheKeyOfItsRequest() throws Exception {
        ByteBuffer request = characters.ofRequest(message("0200", "123456", "TERM0001"));
        assertThat(characters.ofReply(message("0210", "123456", "TERM0001"))).isEqualTo(request);
        assertThat(characters.ofReply(message("0210", "123457", "TERM0001"))).isNotEqualTo(request);
        assertThat(characters.ofReply(message("0210", "123456", "TERM0002"))).isNotEqualTo(request);
        assertThat(characters.ofReply(message("0430", "123456", "TERM0001"))).isNotEqualTo(request);
        assertThat(characters.ofRequest(message("0201", "123456", "TERM0001"))).isEqualTo(request);
    }

    @Test
    void aRequestIsNoReply() {
        assertThatThrownBy(() -> characters.ofReply(message("0200", "123456", "TERM0001")))
                .isInstanceOf(CorrelationException.class)
                .hasMessageContaining("0200");
        assertThatThrownBy(() -> characters.ofRequest(message("0210", "123456", "TERM0001")))
                .isInstanceOf(CorrelationException.class);
    }

    @Test
    void charactersMayBeEbcdic() throws Exception {
        Charset ebcdic = Charset.forName("IBM1047");
        byte[] request =
                new String(message("0200", "123456", "TERM0001"), ISO_8859_1).getBytes(ebcdic);
        byte[] reply =
                new String(message("0210", "123456", "TERM0001"), ISO_8859_1).getBytes(ebcdic);
        assertThat(characters.ofReply(reply)).isEqualTo(characters.ofRequest(request));
    }

    @Test
    void numbersMayBePackedAndBitmapsTwoPart() throws Exception {
        KeyReader packed = keys(Encoding.BINARY, 11, 70);
        // Fields 2 (15 digits in 8 bytes), 3, 11, 52 and, in the second bitmap, 70.
        String body =
                "E020000000001000" + "0400000000000000" + "15" + "0400000123456789" + "000000";
        String rest = "123456" + "0011223344556677" + "0301";
        byte[] request = HexFormat.of().parseHex("0800" + body + rest);
        byte[] reply = HexFormat.of().parseHex("0810" + body + rest);
        assertThat(packed.ofReply(reply)).isEqualTo(packed.ofRequest(request));
        assertThat(HexFormat.of().formatHex(packed.ofRequest(request).array()))
                .isEqualTo("08000003123456" + "00020301");
    }

    @Test
    void aDialectSaysWhatDiffers() throws Exception {
        KeyReader dialect =
                KeyReader.of(
                        new Iso8583(
                                Encoding.ASCII,
                                List.of(12),
                                new TreeMap<>(Map.of(2, "an....9999", 12, "an2"))));
        byte[] sent = ("0200" + "4010000000000000" + "0002ABxy").getBytes(ISO_8859_1);
        assertThat(HexFormat.of().formatHex(dialect.ofRequest(sent).array()))
                .isEqualTo("02000002" + "7879");
    }

    @Test
    void missingOrTruncatedFieldIsNamed() {
        byte[] whole = message("0200", "123456", "TERM0001");
        assertThatThrownBy(() -> keys(Encoding.ASCII, 12).ofRequest(message("0200", "1", "2")))
                .isInstanceOf(CorrelationException.class);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> characters.ofRequest(cut))
                    .isInstanceOf(CorrelationException.class);
        }
        assertThatThrownBy(() -> new Iso8583(Encoding.ASCII, List.of(1)))
                .hasMessageContaining("no field 1");
        assertThatThrownBy(
                        () ->
                                new Iso8583(
                                        Encoding.ASCII,
                                        List.of(11),
                                        new TreeMap<>(Map.of(48, "LLLVAR"))))
                .hasMessageContaining("ans...999");
    }

    private static KeyReader keys(Encoding encoding, Integer... fields) {
        return KeyReader.of(new Iso8583(encoding, List.of(fields)));
    }

    private static byte[] message(String type, String trace, String terminal) {
        return (type + BITMAP + FIELDS + trace + terminal).getBytes(ISO_8859_1);
    }
}
