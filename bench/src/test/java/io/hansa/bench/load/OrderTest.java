package io.hansa.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
    @TempDir private Path directory;

    @Test
    void onePathAndOneAuthorizationAreOneRequest() throws IOException {
        List<String> heads = heads("8080 /echo 2 3 1000 Bearer t");

        assertThat(heads)
                .containsExactly(
                        "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/octet-stream\r\n"
                                + "Content-Length: 3\r\nAuthorization: Bearer t\r\n\r\n");
    }

    @Test
    void ordersHaveEveryPathAndAuthorization() throws IOException {
        Path file = Files.write(directory.resolve("tokens"), List.of("Bearer a", "Bearer b"));

        List<String> heads = heads("8080 /echo-*3 2 3 1000 @" + file);

        assertThat(heads).hasSize(3);
        assertThat(heads.get(0)).contains("/echo-0 ", "Bearer a\r\n");
        assertThat(heads.get(1)).contains("/echo-1 ", "Bearer b\r\n");
        assertThat(heads.get(2)).contains("/echo-2 ", "Bearer a\r\n");
    }

    private static List<String> heads(String line) throws IOException {
        return Order.parse(line).heads().stream()
                .map(head -> new String(head, StandardCharsets.US_ASCII))
                .toList();
    }
}
