package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON object in a request's body, whose length has been bounded before, in UTF-8. (RFC 8259,
 * section 8.1)
 */
final class JsonBody {
    private JsonBody() {}

    static JsonObject read(InputStream body) throws IOException {
        try {
            return JsonText.object(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body.readAllBytes()))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID, "The body is not UTF-8; send it in that encoding.");
        }
    }
}
