package io.hansa.proxy.assistance;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds values in a JSON text by their pointers (RFC 6901) in one pass. Keeps nothing else in
 * memory, because a tree of all values would take many times the text's length. If a member occurs
 * twice, the last one counts. Not thread-safe.
 */
final class JsonFinder {
    /** An open object or array, and the parser's position in it. */
    private static final class Level {
        private final boolean array;
        private int index = -1;
        private String name;

        Level(boolean array) {
            this.array = array;
        }

        String segment() {
            return array ? Integer.toString(index) : name;
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<SoughtValue> sought;

    private JsonFinder(List<SoughtValue> sought) {
        this.sought = sought;
    }

    /**
     * @throws RuntimeException from the parser, if the text is not JSON or exceeds the bounds
     */
    static void find(JsonParser parser, List<SoughtValue> sought) {
        JsonFinder finder = new JsonFinder(sought);
        while (parser.hasNext()) {
            finder.take(parser, parser.next());
        }
    }

    private void take(JsonParser parser, Event event) {
        switch (event) {
            case KEY_NAME -> {
                levels.peek().name = parser.getString();
                sought.forEach(value -> value.name(levels.peek().name));
            }
            case START_OBJECT, START_ARRAY -> {
                boolean array = event == Event.START_ARRAY;
                step();
                for (SoughtValue value : sought) {
                    value.begins(array, isNext(value), levels.size());
                }
                levels.push(new Level(array));
            }
            case END_OBJECT, END_ARRAY -> {
                levels.pop();
                sought.forEach(value -> value.ends(levels.size()));
            }
            default -> {
                step();
                for (SoughtValue value : sought) {
                    value.scalar(parser, isNext(value), levels.size());
                }
            }
        }
    }

    private void step() {
        if (!levels.isEmpty() && levels.peek().array) {
            levels.peek().index++;
        }
    }

    /** Whether the next value is the sought one or contains it. */
    private boolean isNext(SoughtValue value) {
        return levels.isEmpty()
                || value.expectsAt(levels.size())
                        && value.isAt(levels.size(), levels.peek().segment());
    }
}
