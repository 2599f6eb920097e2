package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        assertThat(transcoder.framed(sent, type)).isEqualTo("Grüße 42".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/jsonish", "image/png", ""})
    void anythingElseIsLeftAlone(String type) throws CharacterCodingException {
        byte[] bytes = {(byte) 0xFF, 0, 1};
        assertThat(transcoder.outgoing(bytes, type)).isSameAs(bytes);
        assertThat(transcoder.incoming(bytes, null)).isSameAs(bytes);
    }

    @Test
    void theStatedCharsetIsReadAndNotUtf8() throws CharacterCodingException {
        Charset chinese = Charset.forName("GB18030");
        Transcoder toChinese = new Transcoder(chinese);

        byte[] little = "价格".getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = "价格".getBytes(StandardCharsets.UTF_16);

        assertThat(toChinese.outgoing(little, "text/plain; charset=UTF-16LE"))
                .isEqualTo("价格".getBytes(chinese));
        assertThat(toChinese.outgoing(marked, "text/plain; charset=UTF-16"))
                .isEqualTo("价格".getBytes(chinese));
        assertThat(toChinese.outgoing(marked, "text/plain")).isEqualTo("价格".getBytes(chinese));
    }

    @Test
    void aReplysOwnCharsetComesBeforeTheServers() throws CharacterCodingException {
        byte[] little = "价格".getBytes(StandardCharsets.UTF_16LE);

        assertThat(transcoder.incoming(little, "text/plain; charset=UTF-16LE"))
                .isEqualTo("价格".getBytes(UTF_8));
        assertThat(transcoder.framed("Grüße".getBytes(EBCDIC), "text/plain; charset=UTF-16LE"))
                .as("its type is the request's")
                .isEqualTo("Grüße".getBytes(UTF_8));
    }

    @Test
    void aByteOrderMarkIsNoData() throws CharacterCodingException {
        byte[] marked = "\uFEFFGrüße".getBytes(UTF_8);

        assertThat(transcoder.outgoing(marked, "text/plain")).isEqualTo("Grüße".getBytes(EBCDIC));
        assertThat(new Transcoder(UTF_8).incoming(marked, "text/plain"))
                .isEqualTo("Grüße".getBytes(UTF_8));
    }

    @Test
    void markLikeBytesOfOtherCharsetsAreText() throws CharacterCodingException {
        byte[] likeAMark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        String text = new String(likeAMark, EBCDIC);

        assertThat(transcoder.incoming(likeAMark, "text/plain")).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void anUnknownCharsetIsRefusedByName() {
        assertThatThrownBy(() -> transcoder.outgoing(new byte[1], "text/plain; charset=no-such"))
                .isInstanceOf(UnknownCharsetException.class)
                .hasMessageContaining("no-such");
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
