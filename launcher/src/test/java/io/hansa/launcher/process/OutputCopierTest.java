package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputCopierTest {
    private static final String REQUEST =
            "{\"time\":\"2026-01-01T00:00:00Z\",\"event\":\"request\"}\n";
    private static final String DROPPED = "{\"event\":\"log-lines-dropped\",\"count\":3}\n";
    private static final String CONTAINER = "{\"Timestamp\":\"2026-01-01T00:00:00Z\"}\n";

    @TempDir private Path directory;

    @Test
    void requestsGoToBothOtherLinesToLog() throws IOException {
        String printed = CONTAINER + REQUEST + "Launching\n" + DROPPED + "no end";
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        copy(printed, requests);
        assertThat(requests.toString(StandardCharsets.UTF_8)).isEqualTo(REQUEST + DROPPED);
        assertThat(directory.resolve("node.log")).hasContent(printed);
    }

    @Test
    void endlessLineIsCopiedInBoundedParts() throws IOException {
        String printed = "x".repeat(200_000);
        copy(printed, new ByteArrayOutputStream());
        assertThat(Files.readString(directory.resolve("node.log"))).isEqualTo(printed);
    }

    @Test
    void aLaterStartGoesOnWithTheLog() throws IOException {
        copy("first\n", new ByteArrayOutputStream());
        copy("second\n", new ByteArrayOutputStream());
        assertThat(Files.readString(directory.resolve("node.log"))).isEqualTo("first\nsecond\n");
    }

    @Test
    void largeLogIsRotatedAndTheOldestRemoved() throws IOException {
        Path file = directory.resolve("node.log");
        try (BoundedLog log = new BoundedLog(file, 10)) {
            for (int i = 0; i < 7; i++) {
                log.write(("line " + i + "...").getBytes(StandardCharsets.US_ASCII), 9);
            }
        }
        assertThat(Files.readString(file)).isEqualTo("line 6...");
        assertThat(Files.readString(directory.resolve("node.log.1"))).isEqualTo("line 5...");
        assertThat(Files.readString(directory.resolve("node.log.4"))).isEqualTo("line 2...");
        assertThat(directory.resolve("node.log.5")).doesNotExist();
    }

    private void copy(String printed, ByteArrayOutputStream requests) {
        new OutputCopier(
                        new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)),
                        directory.resolve("node.log"),
                        requests)
                .run();
    }
}
