package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * Until when a certificate is valid.
 *
 * @param name of the setting
 */
record CertificateEnd(String name, Instant validUntil, long daysLeft) {
    static CertificateEnd read(JsonObject json) {
        return new CertificateEnd(
                json.getString("name"),
                Instant.parse(json.getString("validUntil")),
                json.getJsonNumber("daysLeft").longValueExact());
    }

    JsonObjectBuilder json() {
        return JSON.createObjectBuilder()
                .add("name", name)
                .add("validUntil", validUntil.toString())
                .add("daysLeft", daysLeft);
    }
}
