package io.hansa.proxy.document;

import io.hansa.proxy.failure.Failure;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Goes over a whole JSON text once, before values are made of it. A {@code JsonReader} stops at the
 * end of the value, and names neither a member that is there twice nor a number that no decimal
 * holds. For one text and thread.
 */
final class JsonWalk {
    private final JsonParser parser;

    /** The objects and arrays around the present place, the innermost first. */
    private final Deque<Level> levels = new ArrayDeque<>();

    JsonWalk(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws Failure REQUEST_INVALID with the member's place as a JSON Pointer
     * @throws jakarta.json.stream.JsonParsingException if the text is not JSON
     */
    void toTheEnd() {
        while (parser.hasNext()) {
            switch (parser.next()) {
                case START_OBJECT -> {
                    begin();
                    levels.push(new Level(new HashSet<>()));
                }
                case START_ARRAY -> {
                    begin();
                    levels.push(new Level(null));
                }
                case END_OBJECT, END_ARRAY -> levels.pop();
                case KEY_NAME -> name(parser.getString());
                case VALUE_NUMBER -> {
                    begin();
                    number(parser.getString());
                }
                default -> begin();
            }
        }
    }

    /** A value begins; in an array it has the next number. */
    private void begin() {
        Level around = levels.peek();
        if (around != null && around.names == null) {
            around.count++;
        }
    }

    private void name(String name) {
        Level object = levels.element();
        object.last = name;
        if (!object.names.add(name)) {
            throw refused("the member is there twice; leave one out.");
        }
    }

    private void number(String digits) {
        try {
            new BigDecimal(digits);
        } catch (NumberFormatException beyond) {
            throw refused("the number has too large an exponent; give a smaller one.");
        }
    }

    private Failure refused(String remedy) {
        StringBuilder pointer = new StringBuilder();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            pointer.append('/').append(outermost.next().place());
        }
        return BodyFault.of(
                pointer.toString(), "%s: %s".formatted(Name.shortened(pointer.toString()), remedy));
    }

    /** An object with its names so far, or an array with the number of its elements so far. */
    private static final class Level {
        private final Set<String> names;
        private String last;
        private int count;

        Level(Set<String> names) {
            this.names = names;
        }

        String place() {
            return names == null ? Integer.toString(count - 1) : last;
        }
    }
}
