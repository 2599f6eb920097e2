package io.hansa.connector.framing;

import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import java.nio.ByteBuffer;

/** Writes and reads the frames of one framing. Immutable, for any number of threads. */
public interface FrameCodec {

    /**
     * The bytes of a whole frame around the payload.
     *
     * @throws FramingException when this framing has no frame for this payload
     */
    byte[] encode(byte[] payload) throws FramingException;

    /**
     * The same bytes in parts, to be sent one after another: of a large payload there need not be a
     * second copy in memory.
     *
     * @throws FramingException when this framing has no frame for this payload
     */
    default ByteBuffer[] parts(byte[] payload) throws FramingException {
        return new ByteBuffer[] {ByteBuffer.wrap(encode(payload))};
    }

    /** Reads one reply of at most so many payload bytes; for one thread. */
    FrameDecoder decoder(int maxReplyBytes);

    /** Whether a message ends where its sender closes its half of the connection. */
    default boolean endsWithTheStream() {
        return false;
    }

    static FrameCodec of(Framing framing) {
        if (framing instanceof LengthPrefix lengthPrefix) {
            return new LengthPrefixCodec(lengthPrefix);
        }
        if (framing instanceof Delimiter delimiter) {
            return new DelimiterCodec(delimiter.delimiter());
        }
        if (framing instanceof Fixed fixed) {
            return new FixedCodec(fixed);
        }
        if (framing instanceof StxEtx stxEtx) {
            return new StxEtxCodec(stxEtx.lrc());
        }
        if (framing instanceof Close) {
            return new CloseCodec();
        }
        if (framing instanceof Dialogue dialogue) {
            return of(dialogue.framing());
        }
        throw new IllegalArgumentException("No codec for " + framing + "; add one here.");
    }
}
