package io.hansa.it.system;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The OpenAPI document of a running proxy, read as any program would. */
public final class ApiDescription {
    private static final String REFERENCE = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonObject document;
    private final ValidatorFactory validators =
            new ValidatorFactory()
                    .withDefaultDialect(new Dialects.Draft2020Dialect())
                    .withJsonNodeFactory(new JakartaJsonNode.Factory());

    public ApiDescription(JsonObject document) {
        this.document = document;
    }

    /** Every operation, in the order of the document. */
    public List<DescribedOperation> operations() {
        List<DescribedOperation> all = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, item) -> ofPath(path, item.asJsonObject(), all));
        return all;
    }

    private void ofPath(String path, JsonObject item, List<DescribedOperation> all) {
        for (Map.Entry<String, JsonValue> one : item.entrySet()) {
            if (!one.getKey().equals("parameters")) {
                all.add(
                        new DescribedOperation(
                                this, one.getKey(), path, item, one.getValue().asJsonObject()));
            }
        }
    }

    JsonObject resolved(JsonObject value) {
        return value.containsKey(REFERENCE)
                ? Json.createPointer(value.getString(REFERENCE).substring(1))
                        .getValue(document)
                        .asJsonObject()
                : value;
    }

    /** What is wrong with the answer's value; empty if it follows the schema. */
    List<String> faults(JsonObject schema, JsonValue value) {
        JsonObject whole =
                Json.createObjectBuilder(schema)
                        .add("$defs", document.getJsonObject("components").getJsonObject("schemas"))
                        .build();
        String standing = whole.toString().replace(SCHEMAS, "#/$defs/");
        return validators.validate(read(standing), value).getErrors().stream()
                .map(ApiDescription::told)
                .toList();
    }

    private static String told(Error error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
