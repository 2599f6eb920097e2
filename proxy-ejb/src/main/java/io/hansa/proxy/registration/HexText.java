package io.hansa.proxy.registration;

import io.hansa.proxy.document.Document;
import java.util.HexFormat;

/** Bytes of a document, written as hexadecimal digits. */
final class HexText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HexText() {}

    /**
     * @param fallback where the member is absent; null: it must not be
     * @param mostBytes that it may have
     */
    static byte[] read(Document document, String member, byte[] fallback, int maxBytes) {
        String digits =
                fallback == null
                        ? document.requiredText(member)
                        : document.text(member).orElseGet(() -> HEX.formatHex(fallback));
        if (digits.length() > 2 * maxBytes || !digits.matches("([0-9A-Fa-f]{2})*")) {
            throw document.wrong(
                    member,
                    "\"" + digits + "\"",
                    "give pairs of hexadecimal digits, at most " + 2 * maxBytes + " of them");
        }
        return HEX.parseHex(digits);
    }

    static String write(byte... bytes) {
        return HEX.formatHex(bytes);
    }
}
