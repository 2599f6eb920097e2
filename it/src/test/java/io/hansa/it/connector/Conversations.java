package io.hansa.it.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hansa.it.system.LegacySystem;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What legacy servers do with a connection. */
final class Conversations {
    private Conversations() {}

    /** Everything up to the end, back in angle brackets. */
    static void untilTheEnd(DataInputStream in, OutputStream out) throws IOException {
        byte[] request = in.readAllBytes();
        out.write('<');
        out.write(request);
        out.write('>');
    }

    /** Lines, each sent back at once and kept. */
    static LegacySystem.Conversation echoing(Collection<String> heard) {
        return (in, out) -> {
            for (String line = line(in); line != null; line = line(in)) {
                heard.add(line);
                out.write((line + "\n").getBytes(ISO_8859_1));
            }
        };
    }

    /**
     * Frames of STX and ETX with a check byte, sent back as they came; a wrong check ends the
     * connection.
     */
    static void checked(DataInputStream in, OutputStream out) throws IOException {
        List<Byte> frame = new ArrayList<>();
        int check = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            frame.add((byte) next);
            if (frame.size() > 1) {
                check ^= next;
            }
            if (next == 3) {
                int stated = in.read();
                frame.add((byte) stated);
                if (frame.get(0) != 2 || stated != check) {
                    return;
                }
                byte[] reply = new byte[frame.size()];
                for (int index = 0; index < reply.length; index++) {
                    reply[index] = frame.get(index);
                }
                out.write(reply);
                frame.clear();
                check = 0;
            }
        }
    }

    /** Lines, each sent back; of so many at a time the last one first. */
    static LegacySystem.Conversation reversed(int count) {
        return (in, out) -> {
            List<String> lines = new ArrayList<>();
            for (String line = line(in); line != null; line = line(in)) {
                lines.add(0, line);
                if (lines.size() == count) {
                    out.write((String.join("\n", lines) + "\n").getBytes(ISO_8859_1));
                    lines.clear();
                }
            }
        };
    }

    /** Answers every POST with that status and body. */
    static LegacySystem.Conversation http(int status, String contentType, String body) {
        return (in, out) -> {
            int length = 0;
            for (String line = line(in); line != null; line = line(in)) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
                if (line.isBlank()) {
                    in.readNBytes(length);
                    byte[] content = body.getBytes(UTF_8);
                    out.write(
                            "HTTP/1.1 %d Done\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                                    .formatted(status, contentType, content.length)
                                    .getBytes(ISO_8859_1));
                    out.write(content);
                    out.flush();
                }
            }
        };
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
        }
        return null;
    }
}
