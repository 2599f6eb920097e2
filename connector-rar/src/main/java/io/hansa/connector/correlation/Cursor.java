package io.hansa.connector.correlation;

import java.io.ByteArrayOutputStream;

/** A place in a message. */
final class Cursor {

    private final byte[] message;
    private int position;

    Cursor(byte[] message) {
        this.message = message;
    }

    int position() {
        return position;
    }

    boolean ended() {
        return position == message.length;
    }

    byte next() throws CorrelationException {
        require(1);
        return message[position++];
    }

    void skip(int bytes) throws CorrelationException {
        require(bytes);
        position += bytes;
    }

    void copy(int bytes, ByteArrayOutputStream target) throws CorrelationException {
        require(bytes);
        target.write(message, position, bytes);
        position += bytes;
    }

    private void require(int bytes) throws CorrelationException {
        if (bytes > message.length - position) {
            throw new CorrelationException(
                    "the message ends after %d bytes where %d more are needed"
                            .formatted(message.length, bytes - (message.length - position)));
        }
    }
}
