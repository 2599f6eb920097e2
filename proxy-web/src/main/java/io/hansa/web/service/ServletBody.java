package io.hansa.web.service;

import io.hansa.proxy.request.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * The body of a servlet request, read whole and never beyond what is allowed. Memory is taken as bytes arrive, and a
 * caller who sends drop by drop holds a worker no longer than its deadline.
 */
record ServletBody(HttpServletRequest request) implements Body {
    private static final int AT_ONCE = 64 << 10;

    @Override
    public byte[] read(int most, long deadlineNanos) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > most) {
            return null;
        }
        InputStream in = request.getInputStream();
        return announced >= 0 && announced <= AT_ONCE
                ? exactly((int) announced, in, deadlineNanos)
                : growing(announced, most, in, deadlineNanos);
    }

    private static byte[] exactly(int length, InputStream in, long deadlineNanos)
            throws IOException {
        byte[] data = new byte[length];
        for (int read = 0; read < length; ) {
            int more = in.read(data, read, length - read);
            if (more < 0) {
                throw new EOFException("The body is shorter than announced.");
            }
            read += more;
            inTime(read < length, deadlineNanos);
        }
        return data;
    }

    private static byte[] growing(long announced, int most, InputStream in, long deadlineNanos)
            throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream(AT_ONCE);
        byte[] part = new byte[AT_ONCE];
        for (int more = in.read(part); more >= 0; more = in.read(part)) {
            data.write(part, 0, more);
            if (data.size() > most) {
                return null;
            }
            inTime(data.size() != announced, deadlineNanos);
        }
        if (data.size() < announced) {
            throw new EOFException("The body is shorter than announced.");
        }
        return data.toByteArray();
    }

    private static void inTime(boolean more, long deadlineNanos) throws InterruptedIOException {
        if (more && System.nanoTime() - deadlineNanos > 0) {
            throw new InterruptedIOException("The body arrived too slowly.");
        }
    }
}
