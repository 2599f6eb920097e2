package io.hansa.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one run shall do. As a line: {@code PORT PATH CONNECTIONS BODYBYTES MILLIS AUTHORIZATION},
 * the last to the end of the line, {@code -} for none. Many different requests, sent in turn: a
 * path that ends in {@code *N} stands for those that end in 0 to N - 1, an authorization
 * {@code @FILE} for those on the file's lines.
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

    /**
     * Of the different requests, which have one body; every path and every authorization is in one
     * at least.
     */
    List<byte[]> heads() throws IOException {
        List<String> paths = paths();
        List<String> authorizations = authorizations();
        return IntStream.range(0, Math.max(paths.size(), authorizations.size()))
                .mapToObj(
                        i ->
                                head(
                                        paths.get(i % paths.size()),
                                        authorizations.get(i % authorizations.size())))
                .map(head -> head.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /** The first of the heads, for a body that is sent in another way. */
    byte[] head() throws IOException {
        return head(paths().get(0), authorizations().get(0)).getBytes(StandardCharsets.US_ASCII);
    }

    private String head(String itsPath, String itsAuthorization) {
        return "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(
                        itsPath,
                        port,
                        bodyBytes,
                        itsAuthorization.equals("-")
                                ? ""
                                : "Authorization: " + itsAuthorization + "\r\n");
    }

    private List<String> paths() {
        int star = path.indexOf('*');
        if (star < 0) {
            return List.of(path);
        }
        return IntStream.range(0, Integer.parseInt(path.substring(star + 1)))
                .mapToObj(i -> path.substring(0, star) + i)
                .toList();
    }

    private List<String> authorizations() throws IOException {
        return authorization.startsWith("@")
                ? Files.readAllLines(Path.of(authorization.substring(1)))
                : List.of(authorization);
    }
}
