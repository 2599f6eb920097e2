package io.hansa.web.admin;

import io.hansa.proxy.document.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;

/**
 * The JSON object in a request's body, whose length has been bounded before, in UTF-8, or as its
 * byte order mark tells. (RFC 8259, section 8.1)
 */
final class JsonBody {
    private JsonBody() {}

    static JsonObject read(InputStream body) throws IOException {
        return JsonText.object(body.readAllBytes());
    }
}
