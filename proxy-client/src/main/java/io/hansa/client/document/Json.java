package io.hansa.client.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON text (RFC 8259) into maps, lists, strings, {@link BigDecimal}, booleans and null.
 * The caller bounds the length of the text; the depth is bounded here.
 */
final class Json {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_DIGITS = 40;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException where the text is no JSON
     */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.blanks();
        if (json.at < text.length()) {
            throw json.malformed("text after the value");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("more than " + MAX_DEPTH + " levels");
        }
        blanks();
        char first = peek();
        return switch (first) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> constant("true", Boolean.TRUE);
            case 'f' -> constant("false", Boolean.FALSE);
            case 'n' -> constant("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        if (taken('}')) {
            return members;
        }
        do {
            blanks();
            String name = string();
            blanks();
            expect(':');
            members.put(name, value(depth + 1));
            blanks();
        } while (taken(','));
        expect('}');
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        at++;
        blanks();
        if (taken(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
            blanks();
        } while (taken(','));
        expect(']');
        return items;
    }

    private String string() {
        expect('"');
        int start = at;
        while (peek() != '"') {
            if (peek() == '\\') {
                return escaped(start);
            }
            at++;
        }
        return text.substring(start, at++);
    }

    private String escaped(int start) {
        StringBuilder unescaped = new StringBuilder(text.substring(start, at));
        while (!taken('"')) {
            char next = take();
            unescaped.append(next == '\\' ? escape(take()) : next);
        }
        return unescaped.toString();
    }

    private char escape(char code) {
        return switch (code) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '/' -> code;
            case 'u' -> unicode();
            default -> throw malformed("an unknown escape");
        };
    }

    private char unicode() {
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            int one = Character.digit(take(), 16);
            if (one < 0) {
                throw malformed("a broken escape");
            }
            value = value * 16 + one;
        }
        return (char) value;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at - start > MAX_DIGITS) {
            throw malformed("a number that is too long");
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException broken) {
            throw malformed("no value");
        }
    }

    private Object constant(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean taken(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!taken(wanted)) {
            throw malformed("'" + wanted + "' is missing");
        }
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("malformed JSON at character " + at + ": " + why);
    }
}
