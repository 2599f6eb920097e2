package io.hansa.proxy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.YamlText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every operation of the document has. */
class ApiDocumentTest {
    private static final Path FOR_LINT = Path.of("target/openapi.yaml");
    private static final String COMPONENTS = "components";

    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int operations;

    @Test
    void everyOperationHasExamplesThatFollowTheirSchemas() {
        ApiDocument.json()
                .getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((m, o) -> look(path, m, o)));

        assertThat(operations).isGreaterThan(40);
        assertThat(faults).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(ApiDocument.json(), references);

        assertThat(references).hasSizeGreaterThan(100);
        assertThat(references).allSatisfy(ApiDocumentTest::pointed);
    }

    @Test
    void everyComponentIsUsed() {
        List<String> references = new ArrayList<>();
        collect(ApiDocument.json(), references);
        List<String> unused = new ArrayList<>();
        ApiDocument.json()
                .getJsonObject(COMPONENTS)
                .forEach(
                        (kind, all) -> {
                            if (!kind.equals("securitySchemes")) {
                                all.asJsonObject()
                                        .keySet()
                                        .forEach(
                                                name ->
                                                        unused.add(
                                                                "#/components/%s/%s"
                                                                        .formatted(kind, name)));
                            }
                        });
        unused.removeAll(references);
        assertThat(unused).isEmpty();
    }

    @Test
    void everyErrorCodeIsNamed() {
        List<String> named =
                schema("ProblemCode").getJsonArray("enum").getValuesAs(JsonString::getString);

        assertThat(named)
                .containsAll(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    @Test
    void theTextReadsBackTheSame() throws IOException {
        byte[] yaml = ApiDocument.yaml().getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(FOR_LINT.getParent());
        Files.write(FOR_LINT, yaml);

        assertThat(YamlText.object(yaml)).isEqualTo(ApiDocument.json());
    }

    private void look(String path, String method, JsonValue value) {
        if (method.equals("parameters")) {
            return;
        }
        operations++;
        String name = method + " " + path;
        JsonObject operation = value.asJsonObject();
        require(name, ids.add(operation.getString("operationId")), "its operationId is used twice");
        if (operation.containsKey("requestBody")) {
            content(name, operation.getJsonObject("requestBody"));
        }
        JsonObject responses = operation.getJsonObject("responses");
        require(name, responses.containsKey("default"), "it has no default response");
        responses.forEach((status, response) -> content(name + " " + status, resolved(response)));
    }

    private void content(String name, JsonObject of) {
        JsonObject content = of.getJsonObject("content");
        if (content == null) {
            return;
        }
        for (Map.Entry<String, JsonValue> media : content.entrySet()) {
            JsonObject its = media.getValue().asJsonObject();
            require(name, its.containsKey("example"), "it has no example for " + media.getKey());
            if (its.containsKey("example")) {
                Schemas.faults(its.getJsonObject("schema"), its.get("example"))
                        .forEach(fault -> faults.add(name + ": " + fault.sentence()));
            }
        }
    }

    private void require(String name, boolean holds, String fault) {
        if (!holds) {
            faults.add(name + ": " + fault);
        }
    }

    private static JsonObject schema(String name) {
        return ApiDocument.json()
                .getJsonObject(COMPONENTS)
                .getJsonObject("schemas")
                .getJsonObject(name);
    }

    private static JsonObject resolved(JsonValue value) {
        JsonObject object = value.asJsonObject();
        return object.containsKey("$ref") ? pointed(object.getString("$ref")) : object;
    }

    private static JsonObject pointed(String reference) {
        return ApiDocument.referenced(reference);
    }

    private static void collect(JsonValue value, List<String> references) {
        if (value instanceof JsonObject object) {
            object.forEach(
                    (name, member) -> {
                        if (name.equals("$ref")) {
                            references.add(((JsonString) member).getString());
                        }
                        collect(member, references);
                    });
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(one -> collect(one, references));
        }
    }
}
