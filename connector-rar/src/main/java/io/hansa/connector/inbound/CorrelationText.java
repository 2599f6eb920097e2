package io.hansa.connector.inbound;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Correlation;
import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A correlation as one line, for properties that hold text only: {@code bytes 0 8} for eight bytes
 * at offset 0, {@code iso8583 ASCII 11,41} for two fields, and behind them how others differ from
 * the standard, {@code 48=ans....9999 60=b8}.
 */
public final class CorrelationText {

    private CorrelationText() {}

    /**
     * @throws IllegalArgumentException with the remedy
     */
    public static Correlation parse(String text) {
        String[] words = text.strip().split("\\s+");
        try {
            return switch (words[0]) {
                case "bytes" -> bytes(words);
                case "iso8583" -> iso8583(words);
                default -> throw new IllegalArgumentException("it begins with neither.");
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no correlation; write it like \"bytes 0 8\" or \"iso8583 ASCII 11,41 48=ans....9999\": %s"
                            .formatted(text, e.getMessage()),
                    e);
        }
    }

    private static ByteRange bytes(String[] words) {
        if (words.length > 3) {
            throw new IllegalArgumentException("there is more than an offset and a number.");
        }
        return new ByteRange(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    private static Iso8583 iso8583(String[] words) {
        List<Integer> fields = Arrays.stream(words[2].split(",")).map(Integer::valueOf).toList();
        TreeMap<Integer, String> layout = new TreeMap<>();
        for (String word : Arrays.copyOfRange(words, 3, words.length)) {
            String[] entry = word.split("=", 2);
            layout.put(Integer.valueOf(entry[0]), entry[1]);
        }
        return new Iso8583(Encoding.valueOf(words[1]), fields, layout);
    }
}
