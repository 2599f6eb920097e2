package io.hansa.connector.correlation;

import io.hansa.connector.ByteRange;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The same bytes in request and reply. */
final class ByteRangeKeys implements KeyReader {

    private final ByteRange range;

    ByteRangeKeys(ByteRange range) {
        this.range = range;
    }

    @Override
    public ByteBuffer ofRequest(byte[] payload) throws CorrelationException {
        return key(payload);
    }

    @Override
    public ByteBuffer ofReply(byte[] payload) throws CorrelationException {
        return key(payload);
    }

    private ByteBuffer key(byte[] payload) throws CorrelationException {
        int end = range.offset() + range.bytes();
        if (payload.length < end) {
            throw new CorrelationException(
                    "a message of %d bytes has no %d correlating ones at offset %d"
                            .formatted(payload.length, range.bytes(), range.offset()));
        }
        return ByteBuffer.wrap(Arrays.copyOfRange(payload, range.offset(), end));
    }
}
