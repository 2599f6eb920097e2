package io.hansa.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads one HTTP reply at a time: status, Content-Length and body, nothing else. (RFC 9112) Not for
 * general use: a reply without Content-Length cannot be read. Confined to one thread.
 */
final class Reply {
    private static final int HEAD = 16 * 1024;
    private static final int STATUS_AT = 9;
    private static final int OK = 200;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer received;
    private final ByteBuffer expected;
    private int scanned;
    private int bodyAt = -1;
    private int bodyBytes = -1;

    Reply(byte[] expected) {
        this.expected = ByteBuffer.wrap(expected);
        this.received = ByteBuffer.allocate(HEAD + 2 * expected.length);
    }

    /**
     * Where the next bytes go; without room left the reply is longer than any that was asked for.
     */
    ByteBuffer space() {
        return received;
    }

    /**
     * Whether the reply is there whole.
     *
     * @throws IllegalStateException where it cannot be read
     */
    boolean complete() {
        if (bodyAt < 0) {
            findBody();
        }
        if (bodyAt < 0 || received.position() < bodyAt + bodyBytes) {
            if (!received.hasRemaining()) {
                throw new IllegalStateException("a reply longer than was asked for");
            }
            return false;
        }
        return true;
    }

    /** Status 200 and the very body that was sent. */
    boolean good() {
        return status() == OK
                && bodyBytes == expected.capacity()
                && expected.equals(received.duplicate().flip().position(bodyAt));
    }

    int status() {
        int status = 0;
        for (int at = STATUS_AT; at < STATUS_AT + 3; at++) {
            status = status * 10 + received.get(at) - '0';
        }
        return status;
    }

    void clear() {
        received.clear();
        scanned = 0;
        bodyAt = -1;
        bodyBytes = -1;
    }

    private void findBody() {
        byte[] bytes = received.array();
        for (int at = scanned; at + 3 < received.position(); at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
                if (bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
                    bodyAt = at + 4;
                    if (bodyBytes < 0) {
                        throw new IllegalStateException("a reply without Content-Length");
                    }
                    return;
                }
                if (!lineIsWhole(bytes, at + 2)) {
                    scanned = at;
                    return;
                }
                readLength(bytes, at + 2);
            }
        }
        scanned = Math.max(0, received.position() - 3);
    }

    private boolean lineIsWhole(byte[] bytes, int from) {
        for (int at = from; at < received.position(); at++) {
            if (bytes[at] == '\n') {
                return true;
            }
        }
        return false;
    }

    private void readLength(byte[] bytes, int from) {
        for (int at = 0; at < LENGTH.length; at++) {
            if ((bytes[from + at] | 0x20) != (LENGTH[at] | 0x20)) {
                return;
            }
        }
        int length = 0;
        for (int at = from + LENGTH.length; bytes[at] != '\r'; at++) {
            if (bytes[at] != ' ') {
                length = length * 10 + bytes[at] - '0';
            }
        }
        bodyBytes = length;
    }
}
