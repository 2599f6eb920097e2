package io.hansa.connector.correlation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ErrorRepliesTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void cardholderProofIsNotSentBack() {
        // Fields 2, 11, 35, 41 and 52.
        String request =
                "0200"
                        + "4020000020801000"
                        + "16"
                        + "4000001234567899"
                        + "000042"
                        + "21"
                        + "4000001234567899=2512"
                        + "TERM0001"
                        + "0123456789ABCDEF";
        assertThat(answer(request, Map.of()))
                .isEqualTo(
                        "0210"
                                + "4020000002800000"
                                + "16"
                                + "4000001234567899"
                                + "000042"
                                + "91"
                                + "TERM0001");
    }

    @Test
    void packedMessageGetsPackedAnswerInCallersCharset() {
        // Fields 3, 11, 41 and 52.
        byte[] request =
                HEX.parseHex(
                        "0200"
                                + "2020000000801000"
                                + "003000"
                                + "000042"
                                + "e3c5d9d4f0f0f0f1"
                                + "0123456789abcdef");
        ErrorReplies packed =
                ErrorReplies.of(
                        new Iso8583(Encoding.BINARY, List.of(11)), Charset.forName("IBM037"), 99);
        assertThat(HEX.formatHex(packed.to(request, failure())))
                .isEqualTo(
                        "0210"
                                + "2020000002800000"
                                + "003000"
                                + "000042"
                                + "f9f1"
                                + "e3c5d9d4f0f0f0f1");
    }

    @Test
    void protocolWithoutErrorsGetsNoAnswer() {
        String request = "0200" + "0020000000000000" + "000042";
        assertThat(answer(request, Map.of())).isNotNull();
        assertThat(answer("0210" + request.substring(4), Map.of())).as("a response").isNull();
        assertThat(answer(request + "x", Map.of())).as("too long").isNull();
        assertThat(answer("0200" + "0020000002000000" + "000042" + "00", Map.of()))
                .as("answered already")
                .isNull();
        assertThat(answer(request, Map.of(39, "an3"))).as("another field 39").isNull();
    }

    @Test
    void aResponseCodeHasTwoDigits() {
        assertThatThrownBy(() -> new CallFailedException("no", "A1"))
                .hasMessageContaining("give two digits");
    }

    private static String answer(String request, Map<Integer, String> layout) {
        byte[] answer =
                ErrorReplies.of(
                                new Iso8583(Encoding.ASCII, List.of(11), new TreeMap<>(layout)),
                                null,
                                99)
                        .to(request.getBytes(ISO_8859_1), failure());
        return answer == null ? null : new String(answer, ISO_8859_1);
    }

    private static CallFailedException failure() {
        return new CallFailedException("HANSA-ERROR overloaded NONE 1f Later.", "91");
    }
}
