package io.hansa.connector.framing;

import static io.hansa.checks.SeededCases.between;
import static io.hansa.checks.SeededCases.bytes;
import static io.hansa.checks.SeededCases.list;
import static io.hansa.checks.SeededCases.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hansa.checks.SeededCases;
import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However the network cuts a stream, the frames in it are the same. */
class FrameCodecPropertiesTest {

    private static final int MAX_REPLY = 4096;

    @Test
    void lengthPrefixedPayloadsComeBack() {
        SeededCases.check(
                1000,
                random -> {
                    LengthPrefix framing = lengthPrefixes(random);
                    byte[] payload = bytes(random, 0, 300);
                    List<Integer> cuts = list(random, 0, 8, () -> between(random, 1, 60));
                    FrameCodec codec = FrameCodec.of(framing);
                    assertThat(decode(codec, encodable(codec, payload), cuts)).isEqualTo(payload);
                });
    }

    /** Around the size from which a payload is not copied. */
    @Test
    void partsAreTheWholeFrame() {
        SeededCases.check(
                20,
                random -> {
                    int length = between(random, 65_500, 65_570);
                    byte[] payload = new byte[length];
                    Arrays.fill(payload, (byte) length);
                    FrameCodec codec =
                            FrameCodec.of(
                                    new LengthPrefix(
                                            4, LengthEncoding.BINARY, false, 3, new byte[] {1, 2}));
                    ByteBuffer whole = ByteBuffer.allocate(length + 100);
                    for (ByteBuffer part : codec.parts(payload)) {
                        whole.put(part);
                    }
                    assertThat(Arrays.copyOf(whole.array(), whole.position()))
                            .isEqualTo(codec.encode(payload));
                });
    }

    @Test
    void delimitedPayloadsComeBack() {
        SeededCases.check(
                1000,
                random -> {
                    List<Byte> delimiter = list(random, 1, 3, () -> (byte) between(random, 0, 2));
                    List<Byte> payload = list(random, 0, 40, () -> (byte) between(random, 0, 2));
                    List<Integer> cuts = list(random, 0, 8, () -> between(random, 1, 6));
                    FrameCodec codec = FrameCodec.of(new Delimiter(asBytes(delimiter)));
                    byte[] expected = asBytes(payload);
                    assertThat(decode(codec, encodable(codec, expected), cuts)).isEqualTo(expected);
                });
    }

    @Test
    void recordsComeBackWithTheirPadding() {
        SeededCases.check(
                1000,
                random -> {
                    int length = between(random, 1, 200);
                    byte pad = (byte) between(random, -128, 127);
                    byte[] payload = bytes(random, 0, 200);
                    List<Integer> cuts = list(random, 0, 8, () -> between(random, 1, 60));
                    FrameCodec codec = FrameCodec.of(new Fixed(length, pad));
                    byte[] expected = Arrays.copyOf(payload, length);
                    assumeTrue(payload.length <= length);
                    Arrays.fill(expected, payload.length, length, pad);
                    assertThat(decode(codec, codec.encode(payload), cuts)).isEqualTo(expected);
                });
    }

    @Test
    void checkedPayloadsComeBack() {
        SeededCases.check(
                1000,
                random -> {
                    boolean lrc = random.nextBoolean();
                    byte[] payload = bytes(random, 0, 300);
                    List<Integer> cuts = list(random, 0, 8, () -> between(random, 1, 60));
                    FrameCodec codec = FrameCodec.of(new StxEtx(lrc));
                    for (int index = 0; index < payload.length; index++) {
                        payload[index] =
                                payload[index] == StxEtxCodec.ETX
                                        ? StxEtxCodec.STX
                                        : payload[index];
                    }
                    assertThat(decode(codec, codec.encode(payload), cuts)).isEqualTo(payload);
                });
    }

    @Test
    void aChangedBitIsNoticedByTheCheck() {
        SeededCases.check(
                1000,
                random -> {
                    List<Byte> text = list(random, 1, 60, () -> (byte) between(random, 32, 126));
                    int place = between(random, 0, 59);
                    int bit = between(random, 3, 7);
                    FrameCodec codec = FrameCodec.of(new StxEtx(true));
                    byte[] frame = codec.encode(asBytes(text));
                    int changed = 1 + place % text.size();
                    frame[changed] ^= (byte) (1 << bit);
                    assumeTrue(frame[changed] != StxEtxCodec.ETX);
                    assertThatThrownBy(() -> codec.decoder(MAX_REPLY).feed(ByteBuffer.wrap(frame)))
                            .isInstanceOf(FramingException.class)
                            .hasMessageContaining("check byte");
                });
    }

    @Test
    void everythingUpToTheEndComesBack() {
        SeededCases.check(
                1000,
                random -> {
                    byte[] payload = bytes(random, 1, 300);
                    int cut = between(random, 0, 300);
                    FrameCodec codec = FrameCodec.of(new Close());
                    FrameDecoder decoder = codec.decoder(MAX_REPLY);
                    int first = Math.min(cut, payload.length);
                    assertThat(decoder.feed(ByteBuffer.wrap(payload, 0, first))).isFalse();
                    assertThat(
                                    decoder.feed(
                                            ByteBuffer.wrap(
                                                    payload, first, payload.length - first)))
                            .isFalse();
                    assertThat(decoder.end()).isTrue();
                    assertThat(decoder.payload()).isEqualTo(payload);
                });
    }

    private static LengthPrefix lengthPrefixes(Random random) {
        LengthEncoding encoding = oneOf(random, LengthEncoding.values());
        return new LengthPrefix(
                between(random, 1, encoding.maxBytes()),
                encoding,
                random.nextBoolean(),
                between(random, -20, 20),
                bytes(random, 0, 9));
    }

    /** The frame, or the next case when the framing cannot express the payload. */
    private static byte[] encodable(FrameCodec codec, byte[] payload) {
        try {
            return codec.encode(payload);
        } catch (FramingException e) {
            assumeTrue(false);
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

    private static byte[] asBytes(List<Byte> values) {
        byte[] bytes = new byte[values.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = values.get(index);
        }
        return bytes;
    }
}
