package io.hansa.demo.shop.trade;

import io.hansa.demo.shop.wire.BadFrameException;
import io.hansa.demo.shop.wire.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Four bytes of length, big-endian, not counting themselves; then the message. */
record LengthPrefixFrames(int maxBytes) implements Frames {

    @Override
    public Optional<byte[]> read(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(body(first, new DataInputStream(in)));
        } catch (EOFException e) {
            throw new BadFrameException("The stream ended in the middle of a frame.");
        }
    }

    private byte[] body(int first, DataInputStream in) throws IOException {
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (length < 0 || length > maxBytes) {
            throw new BadFrameException(
                    "A frame may hold up to " + maxBytes + " bytes, not " + length + ".");
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return message;
    }

    @Override
    public void write(OutputStream out, byte[] message) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(message.length);
        data.write(message);
    }
}
