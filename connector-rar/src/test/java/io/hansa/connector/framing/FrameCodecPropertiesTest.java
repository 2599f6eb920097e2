package io.hansa.connector.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However the network cuts a stream, the frames in it are the same. */
class FrameCodecPropertiesTest {

    private static final int MAX_REPLY = 4096;

    @Property
    void lengthPrefixedPayloadsComeBack(
            @ForAll("lengthPrefixes") LengthPrefix framing,
            @ForAll @Size(max = 300) byte[] payload,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 60) Integer> cuts)
            throws FramingException {
        FrameCodec codec = FrameCodec.of(framing);
        assertThat(decode(codec, encodable(codec, payload), cuts)).isEqualTo(payload);
    }

    /** Around the size from which a payload is not copied. */
    @Property(tries = 20)
    void partsAreTheWholeFrame(@ForAll @IntRange(min = 65_500, max = 65_570) int length)
            throws FramingException {
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) length);
        FrameCodec codec =
                FrameCodec.of(
                        new LengthPrefix(4, LengthEncoding.BINARY, false, 3, new byte[] {1, 2}));
        ByteBuffer whole = ByteBuffer.allocate(length + 100);
        for (ByteBuffer part : codec.parts(payload)) {
            whole.put(part);
        }
        assertThat(Arrays.copyOf(whole.array(), whole.position())).isEqualTo(codec.encode(payload));
    }

    @Property
    void delimitedPayloadsComeBack(
            @ForAll @Size(min = 1, max = 3) List<@ByteRange(min = 0, max = 2) Byte> delimiter,
            @ForAll @Size(max = 40) List<@ByteRange(min = 0, max = 2) Byte> payload,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 6) Integer> cuts)
            throws FramingException {
        FrameCodec codec = FrameCodec.of(new Delimiter(bytes(delimiter)));
        byte[] expected = bytes(payload);
        assertThat(decode(codec, encodable(codec, expected), cuts)).isEqualTo(expected);
    }

    @Property
    void recordsComeBackWithTheirPadding(
            @ForAll @IntRange(min = 1, max = 200) int length,
            @ForAll byte pad,
            @ForAll @Size(max = 200) byte[] payload,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 60) Integer> cuts)
            throws FramingException {
        FrameCodec codec = FrameCodec.of(new Fixed(length, pad));
        byte[] expected = Arrays.copyOf(payload, length);
        Assume.that(payload.length <= length);
        Arrays.fill(expected, payload.length, length, pad);
        assertThat(decode(codec, codec.encode(payload), cuts)).isEqualTo(expected);
    }

    @Property
    void checkedPayloadsComeBack(
            @ForAll boolean lrc,
            @ForAll @Size(max = 300) byte[] payload,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 60) Integer> cuts)
            throws FramingException {
        FrameCodec codec = FrameCodec.of(new StxEtx(lrc));
        for (int index = 0; index < payload.length; index++) {
            payload[index] = payload[index] == StxEtxCodec.ETX ? StxEtxCodec.STX : payload[index];
        }
        assertThat(decode(codec, codec.encode(payload), cuts)).isEqualTo(payload);
    }

    @Property
    void aChangedBitIsNoticedByTheCheck(
            @ForAll @Size(min = 1, max = 60) List<@ByteRange(min = 32, max = 126) Byte> text,
            @ForAll @IntRange(min = 0, max = 59) int place,
            @ForAll @IntRange(min = 3, max = 7) int bit)
            throws FramingException {
        FrameCodec codec = FrameCodec.of(new StxEtx(true));
        byte[] frame = codec.encode(bytes(text));
        int changed = 1 + place % text.size();
        frame[changed] ^= (byte) (1 << bit);
        Assume.that(frame[changed] != StxEtxCodec.ETX);
        assertThatThrownBy(() -> codec.decoder(MAX_REPLY).feed(ByteBuffer.wrap(frame)))
                .isInstanceOf(FramingException.class)
                .hasMessageContaining("check byte");
    }

    @Property
    void everythingUpToTheEndComesBack(
            @ForAll @Size(min = 1, max = 300) byte[] payload,
            @ForAll @IntRange(min = 0, max = 300) int cut)
            throws FramingException {
        FrameCodec codec = FrameCodec.of(new Close());
        FrameDecoder decoder = codec.decoder(MAX_REPLY);
        int first = Math.min(cut, payload.length);
        assertThat(decoder.feed(ByteBuffer.wrap(payload, 0, first))).isFalse();
        assertThat(decoder.feed(ByteBuffer.wrap(payload, first, payload.length - first))).isFalse();
        assertThat(decoder.end()).isTrue();
        assertThat(decoder.payload()).isEqualTo(payload);
    }

    @Provide
    Arbitrary<LengthPrefix> lengthPrefixes() {
        return Arbitraries.of(LengthEncoding.class)
                .flatMap(
                        encoding ->
                                Combinators.combine(
                                                Arbitraries.integers()
                                                        .between(1, encoding.maxBytes()),
                                                Arbitraries.of(true, false),
                                                Arbitraries.integers().between(-20, 20),
                                                Arbitraries.bytes()
                                                        .array(byte[].class)
                                                        .ofMaxSize(9))
                                        .as(
                                                (bytes, includes, adjust, header) ->
                                                        new LengthPrefix(
                                                                bytes, encoding, includes, adjust,
                                                                header)));
    }

    /** The frame, or the next example when the framing cannot express the payload. */
    private static byte[] encodable(FrameCodec codec, byte[] payload) {
        try {
            return codec.encode(payload);
        } catch (FramingException e) {
            Assume.that(false);
            throw new AssertionError(e);
        }
    }

    /**
     * Feeds the frame and some of the next one in pieces; the decoder must stop where the frame
     * does.
     */
    private static byte[] decode(FrameCodec codec, byte[] frame, List<Integer> cuts)
            throws FramingException {
        FrameDecoder decoder = codec.decoder(MAX_REPLY);
        byte[] stream = Arrays.copyOf(frame, frame.length + 3);
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(frame.length - 1, from + cut);
            assertThat(decoder.feed(ByteBuffer.wrap(stream, from, to - from))).isFalse();
            from = to;
        }
        ByteBuffer rest = ByteBuffer.wrap(stream, from, stream.length - from);
        assertThat(decoder.feed(rest)).isTrue();
        assertThat(rest.remaining()).as("bytes left for the next frame").isEqualTo(3);
        return decoder.payload();
    }

    private static byte[] bytes(List<Byte> values) {
        byte[] bytes = new byte[values.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = values.get(index);
        }
        return bytes;
    }
}
