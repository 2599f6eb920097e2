package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {

    private static final Charset EBCDIC = Charset.forName("IBM037");

    private final Transcoder transcoder = new Transcoder(EBCDIC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "TEXT/CSV; charset=utf-8",
                "application/json",
                "application/xml ; charset=utf-8",
                "application/problem+json",
                "application/soap+xml",
            })
    void textIsTranscodedBothWays(String type) throws CharacterCodingException {
        byte[] sent = transcoder.outgoing("Grüße 42".getBytes(UTF_8), type);
        assertThat(sent).isEqualTo("Grüße 42".getBytes(EBCDIC));
        assertThat(transcoder.incoming(sent, type)).isEqualTo("Grüße 42".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/jsonish", "image/png", ""})
    void anythingElseIsLeftAlone(String type) throws CharacterCodingException {
        byte[] bytes = {(byte) 0xFF, 0, 1};
        assertThat(transcoder.outgoing(bytes, type)).isSameAs(bytes);
        assertThat(transcoder.incoming(bytes, null)).isSameAs(bytes);
    }

    @Test
    void withoutCharsetNothingIsTouched() throws CharacterCodingException {
        byte[] bytes = {(byte) 0xFF};
        assertThat(new Transcoder(null).outgoing(bytes, "text/plain")).isSameAs(bytes);
    }

    @Test
    void nothingIsEverReplaced() {
        Transcoder latin = new Transcoder(ISO_8859_1);
        assertThatThrownBy(() -> latin.outgoing("漢".getBytes(UTF_8), "text/plain"))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> latin.outgoing(new byte[] {(byte) 0xC3}, "text/plain"))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(
                        () ->
                                new Transcoder(Charset.forName("Shift_JIS"))
                                        .incoming(new byte[] {(byte) 0x81}, "text/plain"))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void aStatedCharsetFollowsThePayload() {
        Transcoder latin = new Transcoder(ISO_8859_1);
        assertThat(latin.outgoingType("text/csv; header=present; charset=utf-8"))
                .isEqualTo("text/csv; header=present; charset=ISO-8859-1");
        assertThat(latin.incomingType("text/csv;charset=ISO-8859-1"))
                .isEqualTo("text/csv; charset=UTF-8");
        assertThat(latin.incomingType("text/csv")).isEqualTo("text/csv");
        assertThat(latin.incomingType(null)).isNull();
    }
}
