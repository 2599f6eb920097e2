package io.hansa.web.admin;

import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.YamlText;
import jakarta.json.JsonObject;

/** A document of items as text. */
final class DocumentText {
    private DocumentText() {}

    static JsonObject read(byte[] body, boolean yaml) {
        return yaml ? YamlText.object(body) : JsonText.object(body, JsonBounds.ITEMS);
    }

    static String print(JsonObject document, boolean yaml) {
        return yaml ? YamlText.print(document) : document.toString();
    }
}
