package io.hansa.connector.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Close;
import io.hansa.connector.Correlation;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.Iso8583;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.Soap;
import io.hansa.connector.StxEtx;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.soap.SoapEnvelope;
import io.hansa.connector.soap.SoapException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random bytes, and good frames with something changed, cut anywhere: what comes out is a payload
 * within its bound, a demand for more, or the decoder's own exception. {@code -Dhansa.fuzz.frames}
 * says how many, {@code -Dhansa.fuzz.seed} repeats.
 */
@Timeout(600)
class DecoderFuzzTest {

    private static final int FRAMES = Integer.getInteger("hansa.fuzz.frames", 20_000);
    private static final long SEED = Long.getLong("hansa.fuzz.seed", System.nanoTime());
    private static final int MAX_REPLY = 300;
    private static final int LONGEST = 400;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void framesAreDecodedOrRefused() {
        for (int count = 0; count < FRAMES; count++) {
            Framing framing = framing();
            byte[] stream = stream(framing);
            try {
                decode(FrameCodec.of(framing).decoder(MAX_REPLY), stream);
            } catch (FramingException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                fail(
                        "seed %d, %s: %s"
                                .formatted(SEED, framing, HexFormat.of().formatHex(stream)),
                        e);
            }
        }
    }

    @Test
    void keysAreReadOrRefused() {
        List<Correlation> correlations =
                List.of(
                        new ByteRange(3, 5),
                        new Iso8583(Iso8583.Encoding.ASCII, List.of(11, 41)),
                        new Iso8583(Iso8583.Encoding.BINARY, List.of(11, 128)));
        byte[] message = "02007220000000800000164000001234567899000000".getBytes();
        for (int count = 0; count < FRAMES; count++) {
            KeyReader keys = KeyReader.of(correlations.get(random.nextInt(correlations.size())));
            byte[] payload = random.nextBoolean() ? bytes(LONGEST) : mutated(message);
            try {
                assertThat(keys.ofRequest(payload).remaining()).isLessThan(LONGEST);
            } catch (CorrelationException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                fail("seed %d: %s".formatted(SEED, HexFormat.of().formatHex(payload)), e);
            }
        }
    }

    @Test
    void envelopesAreUnwrappedOrRefused() throws SoapException {
        SoapEnvelope envelope = new SoapEnvelope(new Soap(Soap.Version.V1_1, ""));
        Deadline soon = Deadline.inMillis(600_000);
        byte[] whole = envelope.wrap("<q a='1'>text<b/>&amp;</q>".getBytes(), null, soon);
        for (int count = 0; count < FRAMES / 20; count++) {
            byte[] document = mutated(whole);
            try {
                assertThat(envelope.unwrap(document, null, soon).xml().length)
                        .isLessThan(4 * LONGEST);
            } catch (SoapException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                fail("seed %d: %s".formatted(SEED, HexFormat.of().formatHex(document)), e);
            }
        }
    }

    private void decode(FrameDecoder decoder, byte[] stream) throws FramingException {
        int from = 0;
        while (from < stream.length) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(LONGEST));
            ByteBuffer received = ByteBuffer.wrap(stream, from, to - from);
            if (decoder.feed(received)) {
                assertThat(decoder.payload().length).isLessThanOrEqualTo(MAX_REPLY);
                return;
            }
            assertThat(received.hasRemaining()).as("bytes left of an unfinished frame").isFalse();
            from = to;
        }
        if (decoder.end()) {
            assertThat(decoder.payload().length).isLessThanOrEqualTo(MAX_REPLY);
        }
    }

    private Framing framing() {
        return switch (random.nextInt(6)) {
            case 0 -> new Delimiter(Arrays.copyOf(bytes(3), 1 + random.nextInt(3)));
            case 1 -> new StxEtx(random.nextBoolean());
            case 2 -> new Fixed(1 + random.nextInt(MAX_REPLY), (byte) random.nextInt());
            case 3 -> new Close();
            default -> lengthPrefix();
        };
    }

    private LengthPrefix lengthPrefix() {
        LengthEncoding[] encodings = LengthEncoding.values();
        LengthEncoding encoding = encodings[random.nextInt(encodings.length)];
        return new LengthPrefix(
                1 + random.nextInt(encoding.maxBytes()),
                encoding,
                random.nextBoolean(),
                random.nextInt(-30, 30),
                bytes(6));
    }

    private byte[] stream(Framing framing) {
        if (random.nextInt(3) == 0) {
            return bytes(LONGEST);
        }
        try {
            return mutated(FrameCodec.of(framing).encode(bytes(MAX_REPLY)));
        } catch (FramingException e) {
            return bytes(LONGEST);
        }
    }

    /** With some bytes changed, taken away or added. */
    private byte[] mutated(byte[] good) {
        byte[] result = Arrays.copyOf(good, Math.max(0, good.length + random.nextInt(-3, 4)));
        for (int change = random.nextInt(4); change > 0 && result.length > 0; change--) {
            // The first bytes are the ones that decide.
            int place =
                    random.nextInt(
                            random.nextBoolean() ? Math.min(8, result.length) : result.length);
            result[place] = (byte) random.nextInt();
        }
        return result;
    }

    private byte[] bytes(int max) {
        byte[] bytes = new byte[random.nextInt(max + 1)];
        random.nextBytes(bytes);
        return bytes;
    }
}
