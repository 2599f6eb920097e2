package io.hansa.launcher.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The last lines of a process's log, for a failure's message. */
final class LogTail {

    private static final int LINES = 12;
    private static final int LONGEST_LINE = 600;

    private LogTail() {}

    /**
     * @param from where to begin; a log that is shorter has been begun anew
     */
    static boolean contains(Path log, long from, String phrase) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(log)) {
            bytes.position(bytes.size() < from ? 0 : from);
            var lines = new BufferedReader(Channels.newReader(bytes, StandardCharsets.ISO_8859_1));
            return lines.lines().anyMatch(line -> line.contains(phrase));
        }
    }

    static String of(Path log) {
        Deque<String> last = new ArrayDeque<>();
        try (var lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (last.size() == LINES) {
                    last.removeFirst();
                }
                last.addLast(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
            }
        } catch (IOException e) {
            return " Its log " + log + " cannot be read: " + e.getMessage();
        }
        return last.stream()
                .map(line -> "\n    " + line)
                .collect(Collectors.joining("", " The last lines of " + log + ":", ""));
    }
}
