package io.hansa.web.problem;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonValues;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A failure as it goes out.
 *
 * @param headers that belong to the failure, such as {@code Retry-After}
 */
public record Problem(int status, Map<String, String> headers, JsonObject body) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The member, a list of methods, that becomes the header {@code Allow}. */
    public static final String ALLOW = "allow";

    private static final int UNAVAILABLE = 503;

    /** In seconds, where nothing is known of the end of what refuses. */
    private static final String SHORTLY = "1";

    private static final int MAX_STOPS = 64;
    private static final int MAX_NAME = 100;

    /**
     * @param request gives a header of the refused request by its name, or null
     */
    public static Problem of(Failure failure, String traceId, UnaryOperator<String> request) {
        ErrorCode code = failure.code();
        JsonObjectBuilder body =
                JSON.createObjectBuilder()
                        .add("type", "urn:hansa:error:" + code.code())
                        .add("title", code.title())
                        .add("status", code.status())
                        .add("detail", String.valueOf(failure.getMessage()))
                        .add("code", code.code())
                        .add("traceId", traceId)
                        .add("effect", failure.effect().name());
        failure.extensions().forEach((name, value) -> body.add(name, JsonValues.of(value)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Hansa-Trace-Id", traceId);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (code == ErrorCode.AUTHENTICATION_FAILED) {
            headers.put("WWW-Authenticate", Challenge.of(request));
        }
        Object retryAfter = failure.extensions().get("retryAfterSeconds");
        if (retryAfter instanceof Number || retryAfter instanceof JsonNumber) {
            headers.put("Retry-After", seconds(retryAfter.toString()));
        } else if (code.status() == UNAVAILABLE) {
            headers.put("Retry-After", SHORTLY);
        }
        if (failure.extensions().get("path") instanceof List<?> path) {
            headers.put(
                    "Hansa-Path",
                    String.join(",", path.stream().limit(MAX_STOPS).map(Problem::name).toList()));
        }
        if (failure.extensions().get(ALLOW) instanceof List<?> methods) {
            headers.put("Allow", String.join(", ", methods.stream().map(Problem::name).toList()));
        }
        return new Problem(code.status(), headers, body.build());
    }

    /** The same with another status, that of a container for which there is no code. */
    Problem withStatus(int other) {
        return other == status
                ? this
                : new Problem(
                        other,
                        headers,
                        JSON.createObjectBuilder(body).add("status", other).build());
    }

    /**
     * A whole number of seconds, at most a day, also where a peer's document says more. (RFC 9110,
     * section 10.2.3)
     */
    private static String seconds(String told) {
        return told.matches("[0-9]{1,5}") ? told : "60";
    }

    /** A proxy's id, from here or from a peer's document; nothing else may stand in a header. */
    private static String name(Object proxy) {
        String name = proxy instanceof JsonString text ? text.getString() : proxy.toString();
        return name.substring(0, Math.min(MAX_NAME, name.length()))
                .replaceAll("[^A-Za-z0-9._-]", "?");
    }
}
