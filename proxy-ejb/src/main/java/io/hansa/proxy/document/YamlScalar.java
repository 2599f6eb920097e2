package io.hansa.proxy.document;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The value of a scalar without quotes, by the core schema (YAML 1.2, section 10.3.2). */
final class YamlScalar {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?+)(?:[eE][-+]?+[0-9]++)?+");
    private static final Pattern OTHER_BASE = Pattern.compile("0o[0-7]++|0x[0-9a-fA-F]++");
    private static final Set<String> NO_JSON = Set.of(".inf", "-.inf", "+.inf", ".nan");

    private YamlScalar() {}

    /**
     * @throws IllegalArgumentException if JSON has no such value; the message is the end of a
     *     sentence
     */
    static JsonValue value(String text) {
        if (NULLS.contains(text)) {
            return JsonValue.NULL;
        }
        if (TRUE.contains(text)) {
            return JsonValue.TRUE;
        }
        if (FALSE.contains(text)) {
            return JsonValue.FALSE;
        }
        if (isNumber(text)) {
            return number(text);
        }
        if (NO_JSON.contains(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("JSON has no such number as " + text);
        }
        return JSON.createValue(text);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() || OTHER_BASE.matcher(text).matches();
    }

    private static JsonValue number(String text) {
        if (text.length() > JsonBounds.MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "a number has more than %d digits".formatted(JsonBounds.MAX_DIGITS));
        }
        if (text.startsWith("0o") || text.startsWith("0x")) {
            return JSON.createValue(
                    new BigInteger(text.substring(2), text.charAt(1) == 'o' ? 8 : 16));
        }
        try {
            return JSON.createValue(new BigDecimal(text));
        } catch (NumberFormatException beyond) {
            throw new IllegalArgumentException(
                    "the number %s has too large an exponent".formatted(Name.shortened(text)),
                    beyond);
        }
    }
}
