package io.hansa.proxy.audit;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A record at its place in the chain, as the database holds it.
 *
 * <p>The line of a record is a JSON object on one line, without white space between its tokens and
 * with its members in the order of {@link Member}. Strings escape {@code "} and {@code \} by a
 * backslash and U+0000 to U+001F by {@code \}{@code u} and four lower-case digits, and nothing
 * else. The hash is the SHA-256 of the line's UTF-8 bytes without the last member, {@code hash}.
 * Immutable.
 */
public final class ChainedRecord {
    /** The hash before the first record. */
    static final String NO_HASH = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private final Map<Member, String> values;

    /**
     * @param values of all members except {@link Member#HASH}
     * @param hash as stored; null: the right one
     */
    ChainedRecord(Map<Member, String> values, String hash) {
        this.values = new EnumMap<>(values);
        this.values.put(Member.HASH, hash == null ? rightHash() : hash);
    }

    public long sequence() {
        return Long.parseLong(values.get(Member.SEQUENCE));
    }

    String when() {
        return values.get(Member.WHEN);
    }

    String previous() {
        return values.get(Member.PREVIOUS);
    }

    public String hash() {
        return values.get(Member.HASH);
    }

    /** Whether the stored hash is that of the stored members. */
    boolean isUnchanged() {
        return hash().equals(rightHash());
    }

    /** The line, without a line break. */
    public String line() {
        StringBuilder line = unclosed().append(",\"hash\":");
        quote(hash(), line);
        return line.append('}').toString();
    }

    /** The cells of a line of CSV (RFC 4180), without the line break. */
    public String csv() {
        return CsvLine.of(values.values());
    }

    /** The record as JSON. States that were tampered with and are no JSON become strings. */
    public JsonObject json() {
        var json = JSON.createObjectBuilder();
        values.forEach((member, value) -> json.add(member.word(), value(member, value)));
        return json.build();
    }

    private static JsonValue value(Member member, String value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (member.isJson()) {
            try {
                return JsonText.read(value);
            } catch (Failure noJson) {
                return JSON.createValue(value);
            }
        }
        return JSON.createValue(value);
    }

    private String rightHash() {
        try {
            byte[] text = unclosed().append('}').toString().getBytes(StandardCharsets.UTF_8);
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have SHA-256 (MessageDigest).
            throw new IllegalStateException(impossible);
        }
    }

    private StringBuilder unclosed() {
        StringBuilder line = new StringBuilder(512);
        for (Member member : Member.values()) {
            if (member != Member.HASH) {
                line.append(member == Member.SEQUENCE ? "{\"" : ",\"")
                        .append(member.word())
                        .append("\":");
                String value = values.get(member);
                if (value == null || member.isJson()) {
                    line.append(value);
                } else {
                    quote(value, line);
                }
            }
        }
        return line;
    }

    private static void quote(String text, StringBuilder line) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                line.append("\\u").append(HEX.toHexDigits(c));
            } else {
                if (c == '"' || c == '\\') {
                    line.append('\\');
                }
                line.append(c);
            }
        }
        line.append('"');
    }
}
