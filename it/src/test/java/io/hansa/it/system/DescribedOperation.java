package io.hansa.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation of the OpenAPI document, called with its examples. */
public final class DescribedOperation {
    private final ApiDescription description;
    private final String verb;
    private final String path;
    private final List<JsonObject> parameters = new ArrayList<>();
    private final JsonObject operation;

    DescribedOperation(
            ApiDescription description,
            String verb,
            String path,
            JsonObject item,
            JsonObject operation) {
        this.description = description;
        this.verb = verb;
        this.path = path;
        this.operation = operation;
        collect(item.getJsonArray("parameters"));
        collect(operation.getJsonArray("parameters"));
    }

    public String verb() {
        return verb;
    }

    public String path() {
        return path;
    }

    /** For messages: {@code get /metrics}. */
    public String name() {
        return verb + " " + path;
    }

    /**
     * Calls it once for each content type of its body, and once for each of its answer.
     *
     * @param pathValues of path parameters, instead of their examples
     * @param withOptions whether to give the optional query parameters that have an example
     */
    public List<Reply> call(
            ProxySystem proxy,
            Credentials credentials,
            Map<String, String> pathValues,
            boolean withOptions)
            throws IOException {
        String address = address(pathValues, withOptions);
        List<Reply> replies = new ArrayList<>();
        if (operation.containsKey("requestBody")) {
            JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
            for (Map.Entry<String, JsonValue> media : content.entrySet()) {
                String type = media.getKey().equals("*/*") ? "text/plain" : media.getKey();
                String body = body(type, media.getValue().asJsonObject().get("example"));
                replies.add(
                        send(
                                proxy,
                                credentials,
                                address,
                                request ->
                                        request.header("Content-Type", type)
                                                .method(upper(), BodyPublishers.ofString(body))));
            }
        } else {
            for (String type : accepted()) {
                replies.add(
                        send(
                                proxy,
                                credentials,
                                address,
                                request ->
                                        request.header("Accept", type)
                                                .method(upper(), BodyPublishers.noBody())));
            }
        }
        return replies;
    }

    /** The answer has a described status below 300, its content type, and follows its schema. */
    public void check(Reply reply) {
        String status = Integer.toString(reply.status());
        JsonObject responses = operation.getJsonObject("responses");
        assertThat(responses.keySet()).as(name() + "\n" + reply).contains(status);
        assertThat(reply.status()).as(name() + "\n" + reply).isLessThan(300);
        JsonObject content =
                description.resolved(responses.getJsonObject(status)).getJsonObject("content");
        if (content == null) {
            assertThat(reply.bytes()).as(name()).isEmpty();
            return;
        }
        String type = reply.header("Content-Type").split(";")[0].strip();
        String described = content.containsKey("*/*") ? "*/*" : type;
        assertThat(content.keySet()).as(name()).contains(described);
        if (type.endsWith("json")) {
            JsonObject schema = content.getJsonObject(described).getJsonObject("schema");
            assertThat(description.faults(schema, read(reply.text())))
                    .as(name() + "\n" + reply)
                    .isEmpty();
        }
    }

    private void collect(JsonArray some) {
        if (some != null) {
            some.forEach(one -> parameters.add(description.resolved(one.asJsonObject())));
        }
    }

    private String address(Map<String, String> pathValues, boolean withOptions) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonObject parameter : parameters) {
            String name = parameter.getString("name");
            String example = text(parameter.get("example"));
            switch (parameter.getString("in")) {
                case "path" ->
                        address =
                                address.replace(
                                        "{" + name + "}",
                                        encoded(pathValues.getOrDefault(name, example)));
                case "query" -> {
                    if (pathValues.containsKey("?" + name)) {
                        query.add(name + "=" + encoded(pathValues.get("?" + name)));
                    } else if (example != null
                            && (withOptions || parameter.getBoolean("required", false))) {
                        query.add(name + "=" + encoded(example));
                    }
                }
                default -> {
                    // Headers are optional.
                }
            }
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private List<String> accepted() {
        JsonObject ok = operation.getJsonObject("responses").getJsonObject("200");
        return ok == null || !ok.containsKey("content")
                ? List.of("*/*")
                : List.copyOf(ok.getJsonObject("content").keySet());
    }

    private String upper() {
        return verb.toUpperCase(Locale.ROOT);
    }

    private interface Completion {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private static Reply send(
            ProxySystem proxy, Credentials credentials, String address, Completion completion)
            throws IOException {
        Http http = new Http(proxy.base());
        return http.send(completion.of(http.request(address, credentials)));
    }

    private static String body(String type, JsonValue example) {
        if (type.equals("application/x-www-form-urlencoded")) {
            List<String> pairs = new ArrayList<>();
            example.asJsonObject()
                    .forEach((name, value) -> pairs.add(name + "=" + encoded(text(value))));
            return String.join("&", pairs);
        }
        return text(example);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string
                ? string.getString()
                : value == null ? null : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonValue read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
