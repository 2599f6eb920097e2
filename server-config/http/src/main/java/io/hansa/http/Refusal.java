package io.hansa.http;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How a malformed request is refused: 400 with a problem document (RFC 9457), after which the
 * connection is closed.
 *
 * @param detail what is wrong, as a sentence that names the remedy; without quotation marks
 */
public record Refusal(String detail, String traceId) {
    public static final int STATUS = 400;
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final String BODY =
            "{\"type\":\"urn:hansa:error:request-invalid\",\"title\":\"The request is not valid\",\"status\":400,"
                    + "\"detail\":\"%s\",\"code\":\"request-invalid\",\"traceId\":\"%s\",\"effect\":\"NONE\"}";

    public static Refusal of(String detail) {
        return new Refusal(detail, UUID.randomUUID().toString().replace("-", ""));
    }

    public byte[] body() {
        return BODY.formatted(detail, traceId).getBytes(StandardCharsets.US_ASCII);
    }
}
