package io.hansa.connector.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
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

    @Property
    void delimitedPayloadsComeBack(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 0, max = 2) Byte> delimiter,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 2) Byte> payload,
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

    @Provide
    Arbitrary<LengthPrefix> lengthPrefixes() {
        return Arbitraries.of(LengthEncoding.class)
                .flatMap(
                        encoding ->
                                Combinators.combine(
                                                Arbitraries.integers()
                                                        .between(1, encoding.mostBytes()),
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

    /** Feeds the frame and some of the next one in pieces; the decoder must stop where the frame does. */
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
