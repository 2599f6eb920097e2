package io.hansa.web.operation;

import io.hansa.proxy.schema.ApiDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** The OpenAPI document in one of its forms, made at the first request. Immutable. */
final class OpenApiText {
    private final String mediaType;
    private final byte[] text;
    private final String tag;

    private OpenApiText(String mediaType, String text) {
        this.mediaType = mediaType;
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.tag = '"' + UUID.nameUUIDFromBytes(this.text).toString() + '"';
    }

    static OpenApiText yaml() {
        return Yaml.TEXT;
    }

    static OpenApiText json() {
        return Json.TEXT;
    }

    String mediaType() {
        return mediaType;
    }

    /** The entity tag, with its quotes. */
    String tag() {
        return tag;
    }

    /**
     * @param ifNoneMatch null: the caller has no version (RFC 9110, section 13.1.2)
     */
    boolean isKnown(String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(one -> one.strip().replaceFirst("^W/", ""))
                                .anyMatch(tag::equals));
    }

    int length() {
        return text.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(text);
    }

    private static final class Yaml {
        static final OpenApiText TEXT = new OpenApiText("application/yaml", ApiDocument.yaml());
    }

    private static final class Json {
        static final OpenApiText TEXT =
                new OpenApiText("application/json", ApiDocument.json().toString());
    }
}
