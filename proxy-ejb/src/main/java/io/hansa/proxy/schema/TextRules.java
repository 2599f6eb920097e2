package io.hansa.proxy.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The rules of texts. A length counts Unicode characters, as JSON Schema does. */
final class TextRules {
    /** The years that every database of the registry keeps. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** By their texts, as many as the document has. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private TextRules() {}

    static void check(Place place, JsonString value, Faults faults) {
        JsonObject schema = place.schema();
        String text = value.getString();
        int length = text.codePointCount(0, text.length());
        int min = schema.getInt("minLength", 0);
        int max = schema.getInt("maxLength", Integer.MAX_VALUE);
        if (length < min || length > max) {
            faults.add(place.fault(Types.range(min, max) + " characters"));
        } else if (schema.containsKey("pattern") && !matches(schema.getString("pattern"), text)) {
            faults.add(place.fault("give a text of the form " + schema.getString("pattern")));
        } else if ("date-time".equals(schema.getString("format", null)) && !isTime(text)) {
            faults.add(
                    place.fault(
                            "give a time with its offset between the years 1970 and 9999, such as 2026-01-31T08:00:00Z"));
        }
    }

    private static boolean matches(String pattern, String text) {
        return PATTERNS.computeIfAbsent(pattern, TextRules::whole).matcher(text).matches();
    }

    /** Java's $ matches before a line break at the end, too; that of JSON Schema does not. */
    private static Pattern whole(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw new IllegalArgumentException(pattern + " must begin with ^ and end with $.");
        }
        return Pattern.compile(pattern.substring(1, pattern.length() - 1));
    }

    private static boolean isTime(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
