package io.hansa.bench.echo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * As much of HTTP/1.1 as the load speaks: a head with a Content-Length, kept-alive connections.
 * (RFC 9112)
 */
final class Http implements Protocol {
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REPLY =
            "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: "
                    .getBytes(StandardCharsets.US_ASCII);

    @Override
    public int whole(ByteBuffer received) {
        int end = find(received, END);
        if (end < 0) {
            return 0;
        }
        int length = end + bodyBytes(received);
        return received.position() < length ? 0 : length;
    }

    @Override
    public void answer(ByteBuffer received, int length, ByteBuffer reply) {
        int body = bodyBytes(received);
        reply.put(REPLY).put(Integer.toString(body).getBytes(StandardCharsets.US_ASCII)).put(END);
        reply.put(received.array(), length - body, body);
    }

    private static int bodyBytes(ByteBuffer received) {
        int length = 0;
        for (int at = find(received, LENGTH); received.get(at) != '\r'; at++) {
            length = length * 10 + received.get(at) - '0';
        }
        return length;
    }

    /** Behind the first place where the text is; -1 where it is not. */
    private static int find(ByteBuffer received, byte[] text) {
        byte[] bytes = received.array();
        for (int at = 0; at + text.length <= received.position(); at++) {
            int same = 0;
            while (same < text.length && bytes[at + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return at + same;
            }
        }
        return -1;
    }
}
