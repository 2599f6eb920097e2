package io.hansa.connector.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameCodecTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @ParameterizedTest
    @CsvSource({
        "BINARY,    4, false,  0, '',         0000000AAAAAAAAAAAAAAAAAAAAA",
        "BINARY,    2, true,   0, '',         000CAAAAAAAAAAAAAAAAAAAA",
        "BINARY,    2, false,  0, 6000000000, 000F6000000000AAAAAAAAAAAAAAAAAAAA",
        "BINARY,    2, false,  4, '',         0006AAAAAAAAAAAAAAAAAAAA",
        "BINARY,    2, false, -1, '',         000BAAAAAAAAAAAAAAAAAAAA",
        "BINARY_LE, 4, false,  0, '',         0A000000AAAAAAAAAAAAAAAAAAAA",
        "ASCII,     4, false,  0, '',         30303130AAAAAAAAAAAAAAAAAAAA",
        "EBCDIC,    4, false,  0, '',         F0F0F1F0AAAAAAAAAAAAAAAAAAAA",
        "BCD,       2, false,  0, '',         0010AAAAAAAAAAAAAAAAAAAA",
        "HEX,       4, false,  0, '',         30303041AAAAAAAAAAAAAAAAAAAA",
    })
    void tenBytesBehindALengthLookLikeThis(
            LengthEncoding encoding,
            int bytes,
            boolean includesPrefix,
            int adjust,
            String header,
            String frame)
            throws FramingException {
        FrameCodec codec =
                FrameCodec.of(
                        new LengthPrefix(
                                bytes, encoding, includesPrefix, adjust, HEX.parseHex(header)));
        byte[] payload = HEX.parseHex("AA".repeat(10));

        assertThat(HEX.formatHex(codec.encode(payload))).isEqualTo(frame);
        FrameDecoder decoder = codec.decoder(10);
        assertThat(decoder.feed(ByteBuffer.wrap(HEX.parseHex(frame)))).isTrue();
        assertThat(decoder.payload()).isEqualTo(payload);
    }

    @Test
    void hexadecimalLengthsAreReadInEitherCase() throws FramingException {
        FrameDecoder decoder = FrameCodec.of(prefix(1, LengthEncoding.HEX, 0)).decoder(100);
        assertThat(decoder.feed(ByteBuffer.wrap("a0123456789".getBytes()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BINARY,1,256", "ASCII,2,100", "EBCDIC,1,10", "BCD,1,100", "HEX,1,16"})
    void aLengthThatDoesNotFitItsFieldIsRefused(LengthEncoding encoding, int bytes, int size) {
        assertThat(refusal(prefix(bytes, encoding, 0), new byte[size]))
                .isEqualTo(Kind.REQUEST_TOO_LARGE);
    }

    @Test
    void aLengthBelowZeroIsRefused() {
        assertThat(refusal(prefix(2, LengthEncoding.BINARY, 5), new byte[4]))
                .isEqualTo(Kind.UNMAPPABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY, 4, 0, 7FFFFFFF", // announces 2 GiB
        "BINARY, 4, 0, FFFFFFFF", // negative as an int
        "BINARY, 8, 0, FFFFFFFFFFFFFFFF", // negative as a long
        "BINARY, 8, 20, 7FFFFFFFFFFFFFFF", // overflows when adjusted
        "BINARY, 2, -3, 0002", // negative when adjusted
        "BINARY, 2, 0, 0065", // one more than is taken
        "ASCII, 4, 0, 30304130",
        "EBCDIC, 2, 0, F0FA",
        "BCD, 1, 0, 1A",
        "BCD, 1, 0, A1",
        "HEX, 2, 0, 3047",
    })
    void lengthsThatCannotBeAreProtocolErrors(
            LengthEncoding encoding, int bytes, int adjust, String received) {
        FrameDecoder decoder = FrameCodec.of(prefix(bytes, encoding, adjust)).decoder(100);
        FramingException broken =
                catchThrowableOfType(
                        FramingException.class,
                        () -> decoder.feed(ByteBuffer.wrap(HEX.parseHex(received))));
        assertThat(broken.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
    }

    @Test
    void theLongestReplyIsTaken() throws FramingException {
        FrameDecoder decoder = FrameCodec.of(prefix(2, LengthEncoding.BINARY, 0)).decoder(100);
        assertThat(decoder.feed(ByteBuffer.allocate(102).putShort(0, (short) 100))).isTrue();
        assertThat(decoder.payload()).hasSize(100);
    }

    @Test
    void aDelimiterInThePayloadIsRefused() {
        assertThat(refusal(new Delimiter(new byte[] {13, 10}), "a\r\nb".getBytes()))
                .isEqualTo(Kind.UNMAPPABLE);
    }

    @Test
    void delimiterThatBeginsInPayloadIsRefused() {
        assertThat(refusal(new Delimiter("##".getBytes()), "a#".getBytes()))
                .isEqualTo(Kind.UNMAPPABLE);
    }

    @Test
    void delimitedReplyOverTheLimitIsProtocolError() throws FramingException {
        FrameCodec codec = FrameCodec.of(new Delimiter("\r\n".getBytes()));
        assertThat(codec.decoder(3).feed(ByteBuffer.wrap("abc\r\n".getBytes()))).isTrue();

        FrameDecoder decoder = codec.decoder(3);
        FramingException broken =
                catchThrowableOfType(
                        FramingException.class,
                        () -> decoder.feed(ByteBuffer.wrap("abcd\r\n".getBytes())));
        assertThat(broken.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
    }

    @Test
    void aPayloadLongerThanTheRecordIsRefused() {
        assertThat(refusal(new Fixed(3, (byte) ' '), "abcd".getBytes()))
                .isEqualTo(Kind.REQUEST_TOO_LARGE);
    }

    private static LengthPrefix prefix(int bytes, LengthEncoding encoding, int adjust) {
        return new LengthPrefix(bytes, encoding, false, adjust, null);
    }

    private static Kind refusal(Framing framing, byte[] payload) {
        return catchThrowableOfType(
                        FramingException.class, () -> FrameCodec.of(framing).encode(payload))
                .kind();
    }
}
