package io.hansa.proxy.federation;

import io.hansa.api.BusinessException;
import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rebuilds the failure that a peer reported. What the caller hears is the peer's code, but for a refusal of
 * this proxy's own token: that is a fault of the link, not of the caller.
 */
final class PeerProblem {
    private static final int MOST_BYTES = 256 << 10;
    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "effect");

    private PeerProblem() {}

    static Failure failure(String peer, ServerReply reply) {
        return read(reply)
                .flatMap(problem -> failure(peer, problem))
                .orElseGet(
                        () ->
                                Failure.of(
                                        ErrorCode.PEER_UNREACHABLE,
                                        Effect.UNKNOWN,
                                        "Peer %s answered with status %d and no problem document of a proxy; check its url."
                                                .formatted(peer, reply.status()),
                                        null));
    }

    /** The same, as it is told over the remote interface. */
    static Failure failure(String peer, BusinessException problem) {
        return ErrorCode.ofCode(problem.code())
                .map(
                        code ->
                                extended(
                                        told(peer, code, problem.effect(), problem.getMessage()),
                                        values(problem.context())))
                .orElseGet(
                        () ->
                                Failure.of(
                                        ErrorCode.PEER_UNREACHABLE,
                                        problem.effect(),
                                        "Peer %s failed with %s, which this version does not know: %s"
                                                .formatted(
                                                        peer, problem.code(), problem.getMessage()),
                                        null));
    }

    /** As they stand in a problem document: what is written as a whole number was one. */
    private static Map<String, JsonValue> values(Map<String, String> context) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        context.forEach(
                (name, text) ->
                        values.put(
                                name,
                                text.matches("[0-9]{1,9}")
                                        ? Json.createValue(Integer.parseInt(text))
                                        : Json.createValue(text)));
        return values;
    }

    private static Optional<JsonObject> read(ServerReply reply) {
        if (reply.payload().length > MOST_BYTES) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(reply.payload()))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException noProblem) {
            // Providers give up on depth and digits with other exceptions than JsonException.
            return Optional.empty();
        }
    }

    private static Optional<Failure> failure(String peer, JsonObject problem) {
        Effect effect =
                "NONE".equals(problem.getString("effect", "")) ? Effect.NONE : Effect.UNKNOWN;
        String detail = problem.getString("detail", "");
        return ErrorCode.ofCode(problem.getString("code", ""))
                .map(code -> extended(told(peer, code, effect, detail), problem));
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

    private static Failure extended(Failure failure, Map<String, ?> problem) {
        Failure extended = failure;
        for (Map.Entry<String, ?> member : problem.entrySet()) {
            if (!STANDARD.contains(member.getKey())) {
                extended = extended.with(member.getKey(), member.getValue());
            }
        }
        return extended;
    }
}
