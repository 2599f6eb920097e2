package io.hansa.proxy.federation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.BusinessException;
import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rebuilds the failure that a peer reported. The caller gets the peer's code. A refusal of this
 * proxy's own token is a fault of the link and not of the caller.
 */
final class PeerProblem {
    /**
     * Its presence in a failure says that what the peer refused was the request, and not all
     * requests.
     */
    static final String STATUS = "peerStatus";

    private static final int MAX_BYTES = 256 << 10;
    private static final int MAX_MEMBERS = 64;
    private static final int MAX_NAME = 100;
    private static final int MAX_DETAIL = 2000;

    /** Characters of all members together; a server's own words are 64 KiB at most. */
    private static final int MAX_VALUES = 96 << 10;

    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "effect");

    private PeerProblem() {}

    static Failure failure(String peer, ServerReply reply) {
        return read(reply)
                .flatMap(problem -> failure(peer, problem))
                .orElseGet(() -> withoutDocument(peer, reply.status()));
    }

    /** The same, as it is told over the remote interface. */
    static Failure failure(String peer, BusinessException problem) {
        String detail = shortened(String.valueOf(problem.getMessage()));
        return ErrorCode.ofCode(problem.code())
                .map(
                        code ->
                                told(peer, code, problem.effect(), detail)
                                        .with(bounded(values(problem.context()))))
                .orElseGet(
                        () ->
                                Failure.of(
                                        ErrorCode.PEER_UNREACHABLE,
                                        problem.effect(),
                                        "Peer %s failed with %s, which this version does not know: %s"
                                                .formatted(
                                                        peer,
                                                        shortened(String.valueOf(problem.code())),
                                                        detail),
                                        null));
    }

    /**
     * Some statuses are a server's answer to one request, with any application behind it (RFC 9110,
     * section 15.5).
     */
    private static Failure withoutDocument(String peer, int status) {
        ErrorCode code =
                switch (status) {
                    case 400, 411, 414, 417, 431 -> ErrorCode.REQUEST_INVALID;
                    case 413 -> ErrorCode.BODY_TOO_LARGE;
                    case 415 -> ErrorCode.MEDIA_TYPE_UNSUPPORTED;
                    default -> ErrorCode.PEER_UNREACHABLE;
                };
        return code == ErrorCode.PEER_UNREACHABLE
                ? Failure.of(
                        code,
                        Effect.UNKNOWN,
                        "Peer %s answered with status %d and no problem document of a proxy; check its url."
                                .formatted(peer, status),
                        null)
                : Failure.of(
                                code,
                                Effect.UNKNOWN,
                                "Peer %s refused this request with status %d; shorten its headers and data."
                                        .formatted(peer, status),
                                null)
                        .with(STATUS, status);
    }

    /** As they stand in a problem document: what is written as a whole number was one. */
    private static Map<String, JsonValue> values(Map<String, String> context) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        context.forEach(
                (name, text) ->
                        values.put(
                                name,
                                text.matches("[0-9]{1,9}")
                                        ? JSON.createValue(Integer.parseInt(text))
                                        : JSON.createValue(text)));
        return values;
    }

    private static Optional<JsonObject> read(ServerReply reply) {
        if (reply.payload().length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return JsonText.foreign(reply.payload(), JsonBounds.DOCUMENT)
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast);
        } catch (JsonBounds.Exceeded tooMuch) {
            return Optional.empty();
        }
    }

    private static Optional<Failure> failure(String peer, JsonObject problem) {
        Effect effect = "NONE".equals(text(problem, "effect")) ? Effect.NONE : Effect.UNKNOWN;
        return ErrorCode.ofCode(text(problem, "code"))
                .map(
                        code ->
                                told(peer, code, effect, shortened(text(problem, "detail")))
                                        .with(bounded(problem)));
    }

    private static String text(JsonObject problem, String member) {
        return problem.get(member) instanceof JsonString text ? text.getString() : "";
    }

    private static Failure told(String peer, ErrorCode code, Effect effect, String detail) {
        return code == ErrorCode.AUTHENTICATION_FAILED
                ? Failure.of(
                        ErrorCode.PEER_UNREACHABLE,
                        effect,
                        "Peer %s does not let this proxy in: %s".formatted(peer, detail),
                        null)
                : Failure.of(code, effect, detail, null);
    }

    /**
     * The first members that are not those of every problem, as far as they are to be passed on.
     */
    private static Map<String, Object> bounded(Map<String, ? extends JsonValue> problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        int characters = 0;
        for (Map.Entry<String, ? extends JsonValue> member : problem.entrySet()) {
            if (STANDARD.contains(member.getKey()) || member.getKey().length() > MAX_NAME) {
                continue;
            }
            characters += member.getValue().toString().length();
            if (members.size() == MAX_MEMBERS || characters > MAX_VALUES) {
                break;
            }
            members.put(member.getKey(), member.getValue());
        }
        return members;
    }

    private static String shortened(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
    }
}
