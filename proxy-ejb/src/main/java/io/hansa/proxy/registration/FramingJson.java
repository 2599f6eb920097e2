package io.hansa.proxy.registration;

import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.proxy.document.Document;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HexFormat;

/** The {@code framing} of a business server, between JSON and value. (CONTRACT.md, framing) */
public final class FramingJson {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST_RECORD = 1 << 30;
    private static final int WIDEST_ADJUST = 1 << 20;
    private static final int MOST_HEX_DIGITS = 512;
    private static final int SPACE = 0x20;

    private FramingJson() {}

    /** @throws io.hansa.proxy.failure.Failure that names member, value and remedy */
    public static Framing parse(JsonObject json) {
        Document framing = new Document("framing", json);
        String type = framing.requiredText("type");
        try {
            Framing parsed =
                    switch (type) {
                        case "length-prefix" -> lengthPrefix(framing);
                        case "delimiter" -> new Delimiter(hex(framing, "hex", null));
                        case "fixed" -> fixed(framing);
                        default ->
                                throw framing.wrong(
                                        "type",
                                        "\"" + type + "\"",
                                        "give one of length-prefix, delimiter, fixed");
                    };
            framing.end();
            return parsed;
        } catch (IllegalArgumentException refused) {
            throw framing.wrong("type", "\"" + type + "\"", refused.getMessage());
        }
    }

    public static JsonObject print(Framing framing) {
        var json = Json.createObjectBuilder();
        if (framing instanceof LengthPrefix prefix) {
            json.add("type", "length-prefix")
                    .add("bytes", prefix.bytes())
                    .add("encoding", prefix.encoding().name())
                    .add("includesPrefix", prefix.includesPrefix())
                    .add("adjust", prefix.adjust())
                    .add("headerHex", HEX.formatHex(prefix.header()));
        } else if (framing instanceof Delimiter delimiter) {
            json.add("type", "delimiter").add("hex", HEX.formatHex(delimiter.delimiter()));
        } else if (framing instanceof Fixed fixed) {
            json.add("type", "fixed")
                    .add("bytes", fixed.bytes())
                    .add("padHex", HEX.toHexDigits(fixed.pad()));
        } else {
            throw new IllegalArgumentException("Teach FramingJson to print " + framing + ".");
        }
        return json.build();
    }

    private static LengthPrefix lengthPrefix(Document framing) {
        return new LengthPrefix(
                framing.whole("bytes", 4, 1, Integer.MAX_VALUE),
                framing.choice("encoding", LengthEncoding.class, LengthEncoding.BINARY),
                framing.flag("includesPrefix", false),
                framing.whole("adjust", 0, -WIDEST_ADJUST, WIDEST_ADJUST),
                hex(framing, "headerHex", new byte[0]));
    }

    private static Fixed fixed(Document framing) {
        byte[] pad = hex(framing, "padHex", new byte[] {SPACE});
        if (pad.length != 1) {
            throw framing.wrong("padHex", pad.length + " bytes long", "give one byte, such as 20");
        }
        return new Fixed((int) framing.requiredWhole("bytes", 1, LONGEST_RECORD), pad[0]);
    }

    private static byte[] hex(Document framing, String member, byte[] fallback) {
        String digits =
                fallback == null
                        ? framing.requiredText(member)
                        : framing.text(member).orElseGet(() -> HEX.formatHex(fallback));
        if (digits.length() > MOST_HEX_DIGITS || !digits.matches("([0-9A-Fa-f]{2})*")) {
            throw framing.wrong(
                    member,
                    "\"" + digits + "\"",
                    "give pairs of hexadecimal digits, at most " + MOST_HEX_DIGITS + " of them");
        }
        return HEX.parseHex(digits);
    }
}
