package io.hansa.undertow;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection, written and read by hand, so that it shows what came when. */
record Caller(Socket socket) implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    Caller {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** One request for each letter, all in one packet. */
    void ask(String paths) throws IOException {
        StringBuilder all = new StringBuilder();
        for (char path : paths.toCharArray()) {
            all.append(request(path));
        }
        write(all.toString());
    }

    void upgrade() throws IOException {
        write("GET /u HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n");
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The contents of so many answers. */
    String answers(int many) throws IOException {
        StringBuilder contents = new StringBuilder();
        for (int i = 0; i < many; i++) {
            String head = upTo("\r\n\r\n");
            String length = head.substring(head.indexOf("Content-Length: ") + 16);
            contents.append(text(Integer.parseInt(length.substring(0, length.indexOf('\r')))));
        }
        return contents.toString();
    }

    String answer(String path) throws IOException {
        ask(path);
        return answers(1);
    }

    String upTo(String end) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith(end)) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("after " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    static String request(char path) {
        return "GET /" + path + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String text(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }
}
