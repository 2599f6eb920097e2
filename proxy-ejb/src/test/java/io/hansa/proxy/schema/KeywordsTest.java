package io.hansa.proxy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The check knows all that the schemas of the document say. */
class KeywordsTest {
    private static final Set<String> FORMATS = Set.of("date-time");
    private static final Set<String> OF_SCHEMAS = Set.of("properties");
    private static final Set<String> OF_A_SCHEMA =
            Set.of("items", "additionalProperties", "propertyNames");
    private static final Set<String> OF_MANY = Set.of("oneOf", "anyOf");

    private final Map<String, JsonObject> schemas = new TreeMap<>();

    KeywordsTest() {
        ApiDocument.json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .forEach((name, schema) -> collect(name, schema));
    }

    @Test
    void everyKeywordIsCheckedOrDescribes() {
        Set<String> used = new TreeSet<>();
        schemas.values().forEach(schema -> used.addAll(schema.keySet()));

        assertThat(used).contains("type", "oneOf", "pattern");
        used.removeAll(SchemaCheck.CHECKED);
        used.removeAll(SchemaCheck.DESCRIBING);
        assertThat(used).isEmpty();
    }

    @Test
    void besidesAReferenceSchemasOnlyDescribe() {
        schemas.forEach(
                (place, schema) -> {
                    if (schema.containsKey("$ref")) {
                        Set<String> others = new TreeSet<>(schema.keySet());
                        others.remove("$ref");
                        others.removeAll(SchemaCheck.DESCRIBING);
                        assertThat(others).as(place).isEmpty();
                        assertThat(schema).as(place).doesNotContainKeys("writeOnly", "x-remedy");
                        pointed(schema.getString("$ref"));
                    }
                });
    }

    @Test
    void everyFormatAndPatternIsUsable() {
        schemas.forEach(
                (place, schema) -> {
                    if (schema.containsKey("format")) {
                        assertThat(FORMATS).as(place).contains(schema.getString("format"));
                    }
                    if (schema.containsKey("pattern")) {
                        assertThat(schema.getString("pattern"))
                                .as(place)
                                .startsWith("^")
                                .endsWith("$");
                        assertThatCode(() -> Pattern.compile(schema.getString("pattern")))
                                .as(place)
                                .doesNotThrowAnyException();
                    }
                });
    }

    @Test
    void everyDefaultAndExampleFollowsItsSchema() {
        List<String> faults = new ArrayList<>();
        schemas.forEach(
                (place, schema) -> {
                    if (schema.containsKey("default")) {
                        faults(place, schema, schema.get("default"), faults);
                    }
                    JsonArray examples = schema.getJsonArray("examples");
                    if (examples != null) {
                        examples.forEach(example -> faults(place, schema, example, faults));
                    }
                });
        assertThat(faults).isEmpty();
    }

    private static void faults(
            String place, JsonObject schema, JsonValue value, List<String> faults) {
        Schemas.faults(schema, value)
                .forEach(fault -> faults.add(place + " " + value + " " + fault.sentence()));
    }

    private static void pointed(String reference) {
        assertThatCode(() -> ApiDocument.referenced(reference))
                .as(reference)
                .doesNotThrowAnyException();
    }

    private void collect(String place, JsonValue value) {
        JsonObject schema = value.asJsonObject();
        schemas.put(place, schema);
        schema.forEach(
                (keyword, inner) -> {
                    if (OF_SCHEMAS.contains(keyword)) {
                        inner.asJsonObject().forEach((name, s) -> collect(place + "/" + name, s));
                    } else if (OF_A_SCHEMA.contains(keyword) && inner instanceof JsonObject) {
                        collect(place + "/" + keyword, inner);
                    } else if (OF_MANY.contains(keyword)) {
                        for (int at = 0; at < inner.asJsonArray().size(); at++) {
                            collect(place + "/" + keyword + at, inner.asJsonArray().get(at));
                        }
                    } else if (keyword.equals("type")) {
                        assertThat(inner).isInstanceOfAny(JsonString.class, JsonArray.class);
                    }
                });
    }
}
