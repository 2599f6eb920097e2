package io.hansa.proxy.schema;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.YamlText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI document of Hansa, made of its parts at first use. Immutable, safe for many threads.
 */
public final class ApiDocument {
    /** By topic. A part has any members of the document, which are joined. */
    private static final List<String> PARTS =
            List.of(
                    "openapi",
                    "calling",
                    "operation",
                    "accounts",
                    "groups",
                    "capabilities",
                    "servers",
                    "permissions",
                    "peers",
                    "documents",
                    "running",
                    "operating",
                    "workbench",
                    "keys",
                    "audit",
                    "parameters",
                    "responses",
                    "schemas",
                    "item-schemas",
                    "server-schemas",
                    "answer-schemas");

    /** By their texts, as many as the document has. */
    private static final Map<String, JsonObject> REFERENCES = new ConcurrentHashMap<>();

    private ApiDocument() {}

    public static JsonObject json() {
        return Holder.DOCUMENT;
    }

    /** The text of the document in YAML. */
    public static String yaml() {
        return YamlText.print(json());
    }

    /**
     * The object that a {@code $ref} of the document names.
     *
     * @param reference {@code #/components/schemas/Account}
     * @throws jakarta.json.JsonException if there is none
     */
    public static JsonObject referenced(String reference) {
        return REFERENCES.computeIfAbsent(
                reference,
                text -> JSON.createPointer(text.substring(1)).getValue(json()).asJsonObject());
    }

    private static JsonObject part(String name) {
        try (InputStream text = ApiDocument.class.getResourceAsStream(name + ".yaml")) {
            return YamlText.object(text.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @throws IllegalStateException if both have the same member and it is no object
     */
    private static JsonObject joined(JsonObject one, JsonObject other) {
        JsonObjectBuilder all = JSON.createObjectBuilder(one);
        other.forEach(
                (name, value) -> {
                    JsonValue present = one.get(name);
                    if (present == null) {
                        all.add(name, value);
                    } else if (present instanceof JsonObject here
                            && value instanceof JsonObject there) {
                        all.add(name, joined(here, there));
                    } else {
                        throw new IllegalStateException("Two parts have the member " + name + ".");
                    }
                });
        return all.build();
    }

    /** Made once, when it is asked for. */
    private static final class Holder {
        static final JsonObject DOCUMENT =
                PARTS.stream()
                        .map(ApiDocument::part)
                        .reduce(JsonValue.EMPTY_JSON_OBJECT, ApiDocument::joined);
    }
}
