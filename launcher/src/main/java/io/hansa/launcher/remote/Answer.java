package io.hansa.launcher.remote;

import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a proxy has answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    static Answer of(HttpResponse<byte[]> reply) {
        return new Answer(reply.statusCode(), reply.headers(), reply.body());
    }

    /** Empty where it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isGood() {
        return status / 100 == 2;
    }

    public JsonObject json() {
        return body.length == 0 ? JsonObject.EMPTY_JSON_OBJECT : object().orElseThrow(this::noJson);
    }

    /** The JSON object that the body is; nothing where it is something else. */
    public Optional<JsonObject> object() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException somethingElse) {
            return Optional.empty();
        }
    }

    private LaunchException noJson() {
        return new LaunchException(
                "The answer is not JSON; is this the address of a proxy? It begins: "
                        + text().substring(0, Math.min(80, text().length())).strip());
    }

    /**
     * This answer, if it is good.
     *
     * @throws LaunchException with the proxy's sentence
     */
    public Answer required() {
        if (!isGood()) {
            throw failure();
        }
        return this;
    }

    /** What the proxy says went wrong, with the exit status that belongs to it. */
    public LaunchException failure() {
        String type = header("Content-Type");
        String sentence =
                type.startsWith("application/problem+json")
                        ? problem(json())
                        : "The answer has the status %d and no explanation; is this the address of a proxy?"
                                .formatted(status);
        return new LaunchException(ExitStatus.of(status), sentence);
    }

    private static String problem(JsonObject problem) {
        StringBuilder sentence =
                new StringBuilder(problem.getString("detail", problem.getString("title", "")));
        sentence.append(" (").append(problem.getString("code", "?"));
        if (problem.containsKey("effect")) {
            sentence.append(", effect ").append(problem.getString("effect"));
        }
        if (problem.containsKey("traceId")) {
            sentence.append(", trace ").append(problem.getString("traceId"));
        }
        return sentence.append(')').toString();
    }
}
