package io.hansa.web.opening;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The node's own HTTP listener, as the launcher names it by system properties.
 *
 * @param pass shows the listener that a request comes from the node, while others are refused
 */
record OwnListener(InetAddress address, int port, String pass) {
    private static final int MAX_MILLIS = 2000;
    private static final int STATUS_END = 12;
    private static final String REQUEST =
            "GET %s HTTP/1.1\r\nHost: localhost\r\nHansa-Start: %s\r\nConnection: close\r\n\r\n";

    static OwnListener of(String listen, int port, String pass) throws IOException {
        InetAddress bound = InetAddress.getByName(listen);
        return new OwnListener(
                bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound, port, pass);
    }

    /** Whether it answers 200. */
    boolean isOk(String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(MAX_MILLIS);
            socket.connect(new InetSocketAddress(address, port), MAX_MILLIS);
            socket.getOutputStream()
                    .write(REQUEST.formatted(path, pass).getBytes(StandardCharsets.US_ASCII));
            InputStream reply = socket.getInputStream();
            String head = new String(reply.readNBytes(STATUS_END), StandardCharsets.US_ASCII);
            reply.transferTo(OutputStream.nullOutputStream());
            return head.endsWith(" 200");
        }
    }
}
