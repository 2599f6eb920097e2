package io.hansa.proxy.federation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.CapabilityPattern;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The members of a peer's JSON that say what it may do. */
final class PeerTrustJson {
    static final String CAPABILITIES = "capabilities";
    static final String CERTIFICATE = "certificate";
    private static final String SAN = "san";
    private static final String SHA256 = "sha256";
    private static final int MAX_PATTERNS = 1_000;
    private static final int MAX_DIGESTS = 16;
    private static final String SAN_FORM = "[!-~]{1,255}";
    private static final String SHA256_FORM = "[0-9a-f]{64}";

    private PeerTrustJson() {}

    static PeerTrust parse(Document document) {
        return new PeerTrust(
                document.text("organization")
                        .map(name -> Name.check("organization", name))
                        .orElse(null),
                document.array(CAPABILITIES).map(list -> patterns(document, list)).orElse(null),
                document.object(CERTIFICATE).map(PeerTrustJson::certificate).orElse(null));
    }

    private static List<CapabilityPattern> patterns(Document document, JsonArray list) {
        if (list.size() > MAX_PATTERNS) {
            throw document.wrong(
                    CAPABILITIES, list.size() + " long", "give at most " + MAX_PATTERNS);
        }
        List<CapabilityPattern> patterns = new ArrayList<>(list.size());
        for (String text : texts(document, CAPABILITIES, list)) {
            CapabilityPattern pattern = CapabilityPattern.parse(CAPABILITIES, text);
            if (!patterns.contains(pattern)) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    private static PeerCertificate certificate(JsonObject json) {
        Document document = new Document(CERTIFICATE, "/certificate", json);
        String san = document.text(SAN).orElse(null);
        List<String> digests =
                json.get(SHA256) instanceof JsonString
                        ? List.of(digest(document, document.requiredText(SHA256)))
                        : document.array(SHA256).map(l -> digests(document, l)).orElse(List.of());
        document.end();
        if (san != null && !san.matches(SAN_FORM)) {
            throw document.wrong(
                    SAN, "\"" + san + "\"", "give 1 to 255 visible ASCII characters, no space");
        }
        try {
            return new PeerCertificate(san, digests);
        } catch (IllegalArgumentException empty) {
            throw document.refused(empty.getMessage());
        }
    }

    private static List<String> digests(Document document, JsonArray list) {
        if (list.isEmpty() || list.size() > MAX_DIGESTS) {
            throw document.wrong(SHA256, list.size() + " long", "give 1 to " + MAX_DIGESTS);
        }
        return texts(document, SHA256, list).stream()
                .map(text -> digest(document, text))
                .distinct()
                .toList();
    }

    /** Colons between the digits are how openssl prints them. */
    private static String digest(Document document, String text) {
        String digits = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (!digits.matches(SHA256_FORM)) {
            throw document.wrong(
                    SHA256, "\"" + text + "\"", "give 64 hex digits, with or without colons");
        }
        return digits;
    }

    private static List<String> texts(Document document, String member, JsonArray list) {
        List<String> texts = new ArrayList<>(list.size());
        for (JsonValue value : list) {
            if (!(value instanceof JsonString text)) {
                throw document.wrong(member, value.toString(), "give texts only");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    /** An array; null where nothing was entered. */
    static JsonValue print(List<CapabilityPattern> patterns) {
        if (patterns == null) {
            return JsonValue.NULL;
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        patterns.forEach(pattern -> array.add(pattern.text()));
        return array.build();
    }

    /** An object; null where nothing was entered. One digest is a text, more are an array. */
    static JsonValue print(PeerCertificate certificate) {
        if (certificate == null) {
            return JsonValue.NULL;
        }
        var json = JSON.createObjectBuilder();
        if (certificate.san() != null) {
            json.add(SAN, certificate.san());
        }
        if (certificate.sha256().size() == 1) {
            json.add(SHA256, certificate.sha256().get(0));
        } else if (!certificate.sha256().isEmpty()) {
            json.add(SHA256, JSON.createArrayBuilder(certificate.sha256()));
        }
        return json.build();
    }
}
