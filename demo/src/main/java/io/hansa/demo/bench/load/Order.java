package io.hansa.demo.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * What one run shall do. As a line: {@code PORT PATH CONNECTIONS BODYBYTES MILLIS AUTHORIZATION}, the last to the end of
 * the line, {@code -} for none.
 */
record Order(
        int port, String path, int connections, int bodyBytes, long millis, String authorization) {
    private static final int WORDS = 6;
    private static final String SEED =
            "{\"contract\":\"K-20931\",\"client\":\"C-77120\",\"operation\":\"balance\",\"amount\":1234.56} ";

    static Order parse(String line) {
        String[] words = line.split(" ", WORDS);
        if (words.length != WORDS) {
            throw new IllegalArgumentException(
                    "Say PORT PATH CONNECTIONS BODYBYTES MILLIS AUTHORIZATION, not '"
                            + line
                            + "'.");
        }
        return new Order(
                Integer.parseInt(words[0]),
                words[1],
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Long.parseLong(words[4]),
                words[5]);
    }

    byte[] body() {
        return SEED.repeat(bodyBytes / SEED.length() + 1)
                .substring(0, bodyBytes)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The whole request as it goes out every time. */
    byte[] request() {
        String head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(path, port, bodyBytes, authorizationHeader());
        return (head + new String(body(), StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String authorizationHeader() {
        return authorization.equals("-") ? "" : "Authorization: " + authorization + "\r\n";
    }
}
