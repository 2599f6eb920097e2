package io.hansa.proxy.assistance;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;

/** A value that {@link JsonFinder} searches for, with the parts found so far. Not thread-safe. */
final class SoughtValue {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private final String[] path;
    private final boolean structures;

    /**
     * The level of the innermost open object or array that contains the value; -1 if there is none.
     */
    private int around = -1;

    private JsonValue scalar;
    private String structure;

    /** The copy of a found object or array, whose level is that of {@link #path}. */
    private JsonGenerator copy;

    private StringWriter text;

    /**
     * @param pointer RFC 6901
     * @param structures whether objects and arrays are copied, too
     */
    SoughtValue(String pointer, boolean structures) {
        String[] segments = pointer.split("/", -1);
        this.path =
                Arrays.stream(segments)
                        .skip(1)
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toArray(String[]::new);
        this.structures = structures;
    }

    /** The scalar; null if the value is an object or array, or absent. */
    JsonValue scalar() {
        return scalar;
    }

    /** The object or array as JSON; null if the value is a scalar, absent, or not to be copied. */
    String structure() {
        return structure;
    }

    boolean expectsAt(int level) {
        return around == level - 1 && level <= path.length;
    }

    boolean isAt(int level, String segment) {
        return path[level - 1].equals(segment);
    }

    void name(String name) {
        if (copy != null) {
            copy.writeKey(name);
        }
    }

    void begins(boolean array, boolean next, int level) {
        if (next) {
            forget();
            around = level;
            if (level == path.length && structures) {
                text = new StringWriter();
                copy = GENERATORS.createGenerator(text);
            }
        }
        if (copy != null) {
            if (array) {
                copy.writeStartArray();
            } else {
                copy.writeStartObject();
            }
        }
    }

    void scalar(JsonParser parser, boolean next, int level) {
        if (next) {
            forget();
            if (level == path.length) {
                scalar = parser.getValue();
            }
        }
        if (copy != null) {
            copy.write(parser.getValue());
        }
    }

    /** An object or array of that level ends. */
    void ends(int level) {
        if (copy != null) {
            copy.writeEnd();
            if (level == path.length) {
                copy.close();
                copy = null;
                structure = text.toString();
                text = null;
            }
        }
        if (around == level) {
            around--;
        }
    }

    private void forget() {
        scalar = null;
        structure = null;
    }
}
