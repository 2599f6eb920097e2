package io.hansa.connector.correlation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hansa.connector.ByteRange;
import io.hansa.connector.CallFailedException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * One line of text. With correlation it comes behind the request's own bytes up to the end of the
 * key, so that it is found where any reply to the request is.
 */
final class ErrorLines implements ErrorReplies {

    private final int head;
    private final Charset charset;
    private final int maxBytes;

    /**
     * @param range null for none
     */
    ErrorLines(ByteRange range, Charset charset, int maxBytes) {
        this.head = range == null ? 0 : range.offset() + range.bytes();
        this.charset = charset == null ? US_ASCII : charset;
        this.maxBytes = maxBytes;
    }

    @Override
    public byte[] to(byte[] request, CallFailedException failure) {
        byte[] line = failure.line().getBytes(charset);
        int start = Math.min(head, request.length);
        byte[] reply = Arrays.copyOf(request, start + line.length);
        System.arraycopy(line, 0, reply, start, line.length);
        return reply.length > maxBytes ? Arrays.copyOf(reply, maxBytes) : reply;
    }
}
