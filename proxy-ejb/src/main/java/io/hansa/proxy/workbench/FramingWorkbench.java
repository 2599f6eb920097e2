package io.hansa.proxy.workbench;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.Framing;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.registration.FramingJson;
import io.hansa.proxy.schema.Schemas;
import jakarta.json.JsonObject;
import java.nio.charset.Charset;

/** Decodes bytes by a framing that an operator gives. */
public final class FramingWorkbench {
    /** As a server's entry has it where it says nothing. */
    private static final int MAX_PAYLOAD = 16 << 20;

    private FramingWorkbench() {}

    /**
     * @param json {@code framing} as in a server's entry, {@code hex}, and the {@code charset} in
     *     which text is shown
     */
    public static JsonObject decode(JsonObject json) {
        Schemas.check("FramingToDecode", json);
        Document document = new Document("framing/decode", json);
        Framing framing =
                document.object("framing")
                        .map(FramingJson::parse)
                        .orElseThrow(() -> document.missing("framing"));
        byte[] bytes = GivenBytes.hex(document, "hex");
        Charset charset = GivenBytes.charset(document);
        document.end();
        return new FramesJson(framing, charset, MAX_PAYLOAD)
                .add(JSON.createObjectBuilder().add("bytes", bytes.length), bytes)
                .build();
    }
}
