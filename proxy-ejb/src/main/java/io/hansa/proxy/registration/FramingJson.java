package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import io.hansa.proxy.document.Document;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The {@code framing} of a business server, between JSON and value. (docs/connector.md) */
public final class FramingJson {
    private static final int LONGEST_RECORD = 1 << 30;
    private static final int WIDEST_ADJUST = 1 << 20;
    private static final int MOST_BYTES = 256;
    private static final int SPACE = 0x20;

    private FramingJson() {}

    /**
     * @throws io.hansa.proxy.failure.Failure that names member, value and remedy
     */
    public static Framing parse(JsonObject json) {
        Document framing = new Document("framing", "/framing", json);
        String type = framing.requiredText("type");
        try {
            Framing parsed =
                    switch (type) {
                        case "length-prefix" -> lengthPrefix(framing);
                        case "delimiter" ->
                                new Delimiter(HexText.read(framing, "hex", null, MOST_BYTES));
                        case "stx-etx" -> new StxEtx(framing.flag("lrc", true));
                        case "fixed" -> fixed(framing);
                        case "close" -> new Close();
                        default ->
                                throw framing.wrong(
                                        "type",
                                        "\"" + type + "\"",
                                        "give one of length-prefix, delimiter, stx-etx, fixed, close");
                    };
            Framing whole = DialogueJson.around(parsed, framing);
            framing.end();
            return whole;
        } catch (IllegalArgumentException refused) {
            throw framing.wrong("type", "\"" + type + "\"", refused.getMessage());
        }
    }

    public static JsonObject print(Framing framing) {
        var json = JSON.createObjectBuilder();
        add(Dialogue.bare(framing), json);
        if (framing instanceof Dialogue dialogue) {
            DialogueJson.print(dialogue, json);
        }
        return json.build();
    }

    private static void add(Framing framing, JsonObjectBuilder json) {
        if (framing instanceof LengthPrefix prefix) {
            json.add("type", "length-prefix")
                    .add("bytes", prefix.bytes())
                    .add("encoding", prefix.encoding().name())
                    .add("includesPrefix", prefix.includesPrefix())
                    .add("adjust", prefix.adjust())
                    .add("headerHex", HexText.write(prefix.header()));
        } else if (framing instanceof Delimiter delimiter) {
            json.add("type", "delimiter").add("hex", HexText.write(delimiter.delimiter()));
        } else if (framing instanceof Fixed fixed) {
            json.add("type", "fixed")
                    .add("bytes", fixed.bytes())
                    .add("padHex", HexText.write(fixed.pad()));
        } else if (framing instanceof StxEtx stxEtx) {
            json.add("type", "stx-etx").add("lrc", stxEtx.lrc());
        } else if (framing instanceof Close) {
            json.add("type", "close");
        } else {
            throw new IllegalArgumentException("Teach FramingJson to print " + framing + ".");
        }
    }

    private static LengthPrefix lengthPrefix(Document framing) {
        return new LengthPrefix(
                framing.whole("bytes", 4, 1, Integer.MAX_VALUE),
                framing.choice("encoding", LengthEncoding.class, LengthEncoding.BINARY),
                framing.flag("includesPrefix", false),
                framing.whole("adjust", 0, -WIDEST_ADJUST, WIDEST_ADJUST),
                HexText.read(framing, "headerHex", new byte[0], MOST_BYTES));
    }

    private static Fixed fixed(Document framing) {
        byte[] pad = HexText.read(framing, "padHex", new byte[] {SPACE}, MOST_BYTES);
        if (pad.length != 1) {
            throw framing.wrong("padHex", pad.length + " bytes long", "give one byte, such as 20");
        }
        return new Fixed((int) framing.requiredWhole("bytes", 1, LONGEST_RECORD), pad[0]);
    }
}
