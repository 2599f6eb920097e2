package io.hansa.http;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How a request is refused before an application sees it: a problem document (RFC 9457), after
 * which the connection is closed.
 *
 * @param code of Hansa's error codes
 * @param title the sentence of that code
 * @param detail what is wrong, as a sentence that names the remedy; without quotation marks
 */
public record Refusal(int status, String code, String title, String detail, String traceId) {
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final int BAD_REQUEST = 400;
    private static final int EXPECTATION_FAILED = 417;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String BODY =
            "{\"type\":\"urn:hansa:error:%2$s\",\"title\":\"%3$s\",\"status\":%1$d,"
                    + "\"detail\":\"%4$s\",\"code\":\"%2$s\",\"traceId\":\"%5$s\",\"effect\":\"NONE\"}";

    /** A malformed request. */
    public static Refusal of(String detail) {
        return new Refusal(
                BAD_REQUEST, "request-invalid", "The request is not valid", detail, newTraceId());
    }

    /** Another expectation than {@code 100-continue} (RFC 9110, section 10.1.1). */
    public static Refusal expectationFailed() {
        return new Refusal(
                EXPECTATION_FAILED,
                "expectation-failed",
                "The expectation cannot be met",
                "The only expectation is 100-continue; leave others out.",
                newTraceId());
    }

    /** The application is not there yet. */
    public static Refusal starting() {
        return new Refusal(
                SERVICE_UNAVAILABLE,
                "starting",
                "This node is starting",
                "This node is starting; try again shortly or use another.",
                newTraceId());
    }

    /** The application goes or is gone. */
    public static Refusal draining() {
        return new Refusal(
                SERVICE_UNAVAILABLE,
                "draining",
                "This node is stopping",
                "This node is stopping; use another.",
                newTraceId());
    }

    /** The words of HTTP for the status. */
    public String reason() {
        return switch (status) {
            case BAD_REQUEST -> "Bad Request";
            case EXPECTATION_FAILED -> "Expectation Failed";
            default -> "Service Unavailable";
        };
    }

    /** Seconds after which the caller may try again here (RFC 9110, section 10.2.3); 0: never. */
    public int retryAfter() {
        return status == SERVICE_UNAVAILABLE ? 1 : 0;
    }

    public byte[] body() {
        return BODY.formatted(status, code, title, detail, traceId)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
