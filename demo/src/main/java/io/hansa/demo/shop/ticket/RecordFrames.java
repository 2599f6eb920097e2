package io.hansa.demo.shop.ticket;

import io.hansa.demo.shop.wire.BadFrameException;
import io.hansa.demo.shop.wire.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Records of one length; a shorter message is padded on the right. */
record RecordFrames(int bytes, byte pad) implements Frames {

    @Override
    public Optional<byte[]> read(InputStream in) throws IOException {
        byte[] message = in.readNBytes(bytes);
        if (message.length == 0) {
            return Optional.empty();
        }
        if (message.length < bytes) {
            throw new BadFrameException(
                    "A record has " + bytes + " bytes, not " + message.length + ".");
        }
        return Optional.of(message);
    }

    @Override
    public void write(OutputStream out, byte[] message) throws IOException {
        if (message.length > bytes) {
            throw new BadFrameException("A record holds no more than " + bytes + " bytes.");
        }
        byte[] padded = Arrays.copyOf(message, bytes);
        Arrays.fill(padded, message.length, bytes, pad);
        out.write(padded);
    }
}
