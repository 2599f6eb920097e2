package io.hansa.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The ids of the messages of one package, both ends included. */
record MessageRange(int first, int last, String packageName) {
    static List<MessageRange> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(MessageRange::of)
                .toList();
    }

    boolean holds(int id) {
        return id >= first && id <= last;
    }

    boolean overlaps(MessageRange other) {
        return first <= other.last && other.first <= last;
    }

    private static MessageRange of(String line) {
        String[] parts = line.split("[- ]", 3);
        return new MessageRange(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }
}
