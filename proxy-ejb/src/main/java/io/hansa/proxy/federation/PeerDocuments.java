package io.hansa.proxy.federation;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a peer's documents about itself, and refuses those that break the contract. */
final class PeerDocuments {
    private static final String LOAD_AGE = "loadAgeMillis";

    private PeerDocuments() {}

    static ProxyStatus status(String document) throws IOException {
        try {
            JsonObject json = object(document);
            List<OfferedCapability> capabilities =
                    json.getJsonArray("capabilities").getValuesAs(JsonValue::asJsonObject).stream()
                            .map(PeerDocuments::offered)
                            .toList();
            ProxyStatus status =
                    ProxyStatus.of(json.getString("proxy"))
                            .region(json.getString("region", ""))
                            .organization(json.getString("organization", ""))
                            .load(
                                    json.getJsonNumber("load").doubleValue(),
                                    json.getJsonNumber("threshold").doubleValue())
                            .accepting(json.getBoolean("accepting"))
                            .capabilities(capabilities)
                            .iiop(json.getString("iiop", null))
                            .build();
            return json.containsKey(LOAD_AGE)
                    ? status.withLoadAge(json.getJsonNumber(LOAD_AGE).longValue())
                    : status;
        } catch (NullPointerException | ClassCastException malformed) {
            throw new IOException("its capability information is malformed", malformed);
        }
    }

    private static JsonObject object(String text) throws IOException {
        try {
            return JsonText.foreign(text.getBytes(StandardCharsets.UTF_8), JsonBounds.DOCUMENT)
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .orElseThrow(() -> new IOException("its capability information is malformed"));
        } catch (JsonBounds.Exceeded tooMuch) {
            throw new IOException(
                    "its capability information is malformed: " + tooMuch.getMessage(), tooMuch);
        }
    }

    private static OfferedCapability offered(JsonObject json) {
        return new OfferedCapability(
                json.getString("name"),
                json.getString("priority", "NORMAL"),
                json.getString("via"),
                json.getBoolean("available"));
    }
}
