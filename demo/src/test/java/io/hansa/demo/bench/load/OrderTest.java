package io.hansa.demo.bench.load;

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
        List<String> requests = requests("8080 /echo 2 3 1000 Bearer t");

        assertThat(requests)
                .containsExactly(
                        "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/octet-stream\r\n"
                                + "Content-Length: 3\r\nAuthorization: Bearer t\r\n\r\n{\"c");
    }

    @Test
    void everyPathAndEveryAuthorizationIsInOneOfThem() throws IOException {
        Path file = Files.write(directory.resolve("tokens"), List.of("Bearer a", "Bearer b"));

        List<String> requests = requests("8080 /echo-*3 2 3 1000 @" + file);

        assertThat(requests).hasSize(3);
        assertThat(requests.get(0)).contains("/echo-0 ", "Bearer a\r\n");
        assertThat(requests.get(1)).contains("/echo-1 ", "Bearer b\r\n");
        assertThat(requests.get(2)).contains("/echo-2 ", "Bearer a\r\n");
    }

    private static List<String> requests(String line) throws IOException {
        return Order.parse(line).requests().stream()
                .map(request -> new String(request, StandardCharsets.US_ASCII))
                .toList();
    }
}
