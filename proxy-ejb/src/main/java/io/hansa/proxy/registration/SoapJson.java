package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.Soap;
import io.hansa.proxy.document.Document;
import jakarta.json.JsonObject;

/** The {@code soap} of an HTTP server, between JSON and value. (docs/connector.md) */
final class SoapJson {
    private SoapJson() {}

    static Soap parse(JsonObject json) {
        Document document = new Document("soap", "/soap", json);
        Soap soap =
                new Soap(
                        Soap.Version.of(document.text("version").orElse("1.1")),
                        document.text("action").orElse(""));
        document.end();
        return soap;
    }

    static JsonObject print(Soap soap) {
        return JSON.createObjectBuilder()
                .add("version", soap.version().number())
                .add("action", soap.action())
                .build();
    }
}
