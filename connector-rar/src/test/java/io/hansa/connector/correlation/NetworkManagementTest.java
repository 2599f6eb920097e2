package io.hansa.connector.correlation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkManagementTest {

    /** Fields 7 and 11, and 70 in the second bitmap. */
    private static final String BITMAPS = "8220000000000000" + "0400000000000000";

    private static final String FIELDS = "1124143000" + "000042";

    private final HostRequests characters = requests(Encoding.ASCII, null);

    @ParameterizedTest
    @ValueSource(strings = {"301", "001"})
    void anEchoAndASignOnAreApprovedWithTheirOwnFields(String information) {
        assertThat(answer("0800" + BITMAPS + FIELDS + information))
                .isEqualTo(
                        "0810"
                                + "8220000002000000"
                                + "0400000000000000"
                                + FIELDS
                                + "00"
                                + information);
    }

    @Test
    void aRepeatedEchoIsAnsweredLikeTheFirst() {
        assertThat(answer("0801" + BITMAPS + FIELDS + "301")).startsWith("0810");
    }

    @Test
    void theResponseGoesBehindTheFieldsBeforeIt() {
        // Fields 37, 38 (its digit of the bitmap is that of field 39, too) and 41.
        String echo = "0800" + "800000000C800000" + "0400000000000000";
        assertThat(answer(echo + "REFERENCE123" + "AUTH01" + "TERM0001" + "301"))
                .isEqualTo(
                        "0810"
                                + "800000000E800000"
                                + "0400000000000000"
                                + "REFERENCE123"
                                + "AUTH01"
                                + "00"
                                + "TERM0001"
                                + "301");
    }

    @Test
    void ebcdicRequestGetsEbcdicAnswer() {
        Charset ebcdic = Charset.forName("IBM1047");
        byte[] echo = ("0800" + "800000000C800000" + "0400000000000000").getBytes(ebcdic);
        byte[] fields = ("REFERENCE123" + "AUTH01" + "TERM0001" + "301").getBytes(ebcdic);
        byte[] question = java.util.Arrays.copyOf(echo, echo.length + fields.length);
        System.arraycopy(fields, 0, question, echo.length, fields.length);
        assertThat(new String(characters.answer(question), ebcdic))
                .startsWith("0810800000000E800000")
                .contains("AUTH0100TERM0001");
    }

    @Test
    void packedMessageGetsPackedAnswerInServersCharset() {
        HostRequests packed = requests(Encoding.BINARY, Charset.forName("IBM037"));
        String answer =
                HexFormat.of()
                        .formatHex(
                                packed.answer(
                                        HexFormat.of()
                                                .parseHex("0800" + BITMAPS + FIELDS + "0301")));
        assertThat(answer)
                .isEqualTo(
                        "0810"
                                + "8220000002000000"
                                + "0400000000000000"
                                + FIELDS
                                + "f0f0"
                                + "0301");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Sign-off, and an exchange of keys.
                "0800" + BITMAPS + FIELDS + "002",
                "0800" + BITMAPS + FIELDS + "161",
                // Not network management, an advice, and a later version of the standard.
                "0200" + BITMAPS + FIELDS + "301",
                "0820" + BITMAPS + FIELDS + "301",
                "1804" + BITMAPS + FIELDS + "301",
                // Without the field that says what it is about; cut off; something behind the end.
                "0800" + "0220000000000000" + FIELDS,
                "0800" + BITMAPS + FIELDS + "30",
                "0800" + BITMAPS + FIELDS + "301x",
                // With a check value in field 128.
                "0800"
                        + "8220000000000000"
                        + "0400000000000001"
                        + FIELDS
                        + "301"
                        + "0123456789ABCDEF"
            })
    void whatCannotBePromisedIsARequestWithoutAnAnswer(String message) {
        assertThat(characters.asks(message.getBytes(ISO_8859_1))).isTrue();
        assertThat(characters.answer(message.getBytes(ISO_8859_1))).isNull();
    }

    @Test
    void repliesAndGarbageAreNoRequests() {
        assertThat(characters.asks("0810".getBytes(ISO_8859_1))).isFalse();
        assertThat(characters.asks("zzzz stray".getBytes(ISO_8859_1))).isFalse();
        assertThat(characters.asks(new byte[0])).isFalse();
        assertThat(HostRequests.of(new ByteRange(0, 4), null).asks("0800".getBytes(ISO_8859_1)))
                .isFalse();
    }

    private String answer(String message) {
        return new String(characters.answer(message.getBytes(ISO_8859_1)), ISO_8859_1);
    }

    private static HostRequests requests(Encoding encoding, Charset charset) {
        return HostRequests.of(new Iso8583(encoding, List.of(11), new TreeMap<>()), charset);
    }
}
