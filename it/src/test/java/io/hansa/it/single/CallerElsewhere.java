package io.hansa.it.single;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A caller whose requests come from an address of its own choice on the loopback network, each over
 * a new connection. Safe for many threads.
 */
record CallerElsewhere(ProxySystem proxy, String address) {
    private static final int LONGEST_WAIT_MILLIS = 30_000;

    /** What was answered, as text. */
    record Answer(int status, String text) {
        boolean has(String header) {
            return text.toLowerCase(Locale.ROOT)
                    .contains("\r\n" + header.toLowerCase(Locale.ROOT) + ":");
        }
    }

    Answer askForToken(Credentials shown, String... headers) throws IOException {
        return post("/api/v1/token", shown, "grant_type=client_credentials", headers);
    }

    Answer call(String capability, Credentials shown) throws IOException {
        return post("/api/v1/services/" + capability, shown, "data");
    }

    private Answer post(String path, Credentials shown, String body, String... headers)
            throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String request =
                """
                POST %s HTTP/1.1\r
                Host: %s\r
                Authorization: %s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                Connection: close\r
                %s\r
                %s"""
                        .formatted(
                                path,
                                proxy.base().getAuthority(),
                                shown.header(),
                                body.length(),
                                more,
                                body);
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(
                    new InetSocketAddress(proxy.base().getHost(), proxy.base().getPort()),
                    LONGEST_WAIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String text =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (text.length() < 12) {
                throw new IOException("The proxy hung up without an answer.");
            }
            return new Answer(Integer.parseInt(text.substring(9, 12)), text);
        }
    }
}
