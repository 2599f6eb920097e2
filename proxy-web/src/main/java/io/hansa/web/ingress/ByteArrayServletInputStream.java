package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** Data that is all there. */
final class ByteArrayServletInputStream extends ServletInputStream {
    private final ByteArrayInputStream in;

    ByteArrayServletInputStream(byte[] data) {
        in = new ByteArrayInputStream(data);
    }

    @Override
    public int read() {
        return in.read();
    }

    @Override
    public int read(byte[] to, int from, int max) {
        return in.read(to, from, max);
    }

    @Override
    public int available() {
        return in.available();
    }

    @Override
    public boolean isFinished() {
        return in.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("Nothing has to be waited for: read it.");
    }
}
