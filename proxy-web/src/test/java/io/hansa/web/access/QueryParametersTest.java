package io.hansa.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.schema.ApiDocument;
import io.hansa.web.description.ServedPaths;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document names the query parameters that a resource takes, and no others. */
class QueryParametersTest {
    @Test
    void describedAndTakenParametersAreTheSame() {
        Map<String, Set<String>> described = described();
        Map<String, Set<String>> taken = new TreeMap<>();
        ServedPaths.methods()
                .forEach(
                        (name, served) ->
                                taken.put(
                                        name,
                                        QueryGate.parameters(served.resource(), served.method())));
        described.keySet().retainAll(taken.keySet());

        assertThat(taken).hasSizeGreaterThan(30);
        assertThat(described).isEqualTo(taken);
    }

    private static Map<String, Set<String>> described() {
        Map<String, Set<String>> all = new TreeMap<>();
        ApiDocument.json()
                .getJsonObject("paths")
                .forEach((path, item) -> ofPath(path, item.asJsonObject(), all));
        return all;
    }

    private static void ofPath(String path, JsonObject item, Map<String, Set<String>> all) {
        item.forEach(
                (verb, operation) -> {
                    if (operation instanceof JsonObject one) {
                        all.put(
                                verb + " " + ServedPaths.nameless(path),
                                ofOperation(one.getJsonArray("parameters")));
                    }
                });
    }

    private static Set<String> ofOperation(JsonArray parameters) {
        Set<String> names = new TreeSet<>();
        for (JsonValue value : parameters == null ? JsonValue.EMPTY_JSON_ARRAY : parameters) {
            JsonObject parameter = value.asJsonObject();
            if (parameter.containsKey("$ref")) {
                parameter = ApiDocument.referenced(parameter.getString("$ref"));
            }
            if (parameter.getString("in").equals("query")) {
                names.add(parameter.getString("name"));
            }
        }
        return names;
    }
}
