package io.hansa.proxy.workbench;

import io.hansa.proxy.document.Document;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes that an operator gives, as hexadecimal digits or as text. */
final class GivenBytes {
    static final int MAX = 64 * 1024;

    private GivenBytes() {}

    /** The member {@code bodyText}, in UTF-8, or the member {@code bodyHex}. */
    static byte[] body(Document document) {
        Optional<String> text = document.text("bodyText");
        Optional<String> hex = document.text("bodyHex");
        if (text.isPresent() == hex.isPresent()) {
            throw document.refused("Give one of bodyText and bodyHex.");
        }
        if (hex.isPresent()) {
            return hex(document, "bodyHex", hex.get());
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX) {
            throw document.wrong(
                    "bodyText", bytes.length + " bytes long", "give at most " + MAX + " bytes");
        }
        return bytes;
    }

    /** The required member, as hexadecimal digits. White space between bytes is left out. */
    static byte[] hex(Document document, String member) {
        return hex(document, member, document.requiredText(member));
    }

    /** The charset that a member names; null where it is absent. */
    static Charset charset(Document document) {
        return document.text("charset").map(name -> charset(document, name)).orElse(null);
    }

    private static byte[] hex(Document document, String member, String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> digits.append((char) c));
        if (digits.length() > 2 * MAX) {
            throw document.wrong(
                    member, digits.length() + " digits long", "give at most " + MAX + " bytes");
        }
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException notHex) {
            throw document.refused(
                    member, "%s: give pairs of hexadecimal digits.".formatted(member));
        }
    }

    private static Charset charset(Document document, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw document.wrong(
                    "charset", "\"" + name + "\"", "give one that this JVM has, such as IBM1047");
        }
    }
}
