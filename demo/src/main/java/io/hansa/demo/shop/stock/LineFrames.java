package io.hansa.demo.shop.stock;

import io.hansa.demo.shop.wire.BadFrameException;
import io.hansa.demo.shop.wire.Frames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Messages ended by 0x0A. GB18030 has no such byte inside a character (GB 18030-2005, 4-byte forms
 * use 0x30–0x39 and 0x81–0xFE), so no escaping is needed.
 */
record LineFrames(int maxBytes) implements Frames {

    @Override
    public Optional<byte[]> read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next != '\n') {
            if (next < 0 || line.size() == maxBytes) {
                throw new BadFrameException(
                        "A line of up to " + maxBytes + " bytes must end with 0x0A.");
            }
            line.write(next);
            next = in.read();
        }
        return Optional.of(line.toByteArray());
    }

    @Override
    public void write(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.write('\n');
    }
}
