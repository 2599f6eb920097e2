package io.hansa.proxy.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Set;

/**
 * The keywords of JSON Schema (draft 2020-12) that the {@link ApiDocument} uses, and no others.
 * Each value is looked at as often as alternatives name it, so the work grows with the text.
 * Immutable.
 */
final class SchemaCheck {
    /** What this class and its helpers check. */
    static final Set<String> CHECKED =
            Set.of(
                    "$ref",
                    "type",
                    "const",
                    "enum",
                    "oneOf",
                    "anyOf",
                    "properties",
                    "required",
                    "additionalProperties",
                    "propertyNames",
                    "maxProperties",
                    "items",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "minimum",
                    "maximum",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "format");

    /** What says something about a value without refusing any. */
    static final Set<String> DESCRIBING =
            Set.of(
                    "title",
                    "description",
                    "default",
                    "examples",
                    "readOnly",
                    "writeOnly",
                    "deprecated",
                    "x-remedy");

    private final boolean nullIsAbsent;

    /**
     * @param nullIsAbsent whether a null member whose schema has no null counts as absent
     */
    SchemaCheck(boolean nullIsAbsent) {
        this.nullIsAbsent = nullIsAbsent;
    }

    void check(Place referring, Faults faults) {
        Place place = referring.with(resolved(referring.schema()));
        JsonObject schema = place.schema();
        if (!Types.match(schema, place.value())) {
            faults.add(Types.fault(place));
            return;
        }
        if (schema.containsKey("const") && !schema.get("const").equals(place.value())) {
            faults.add(place.fault("give " + schema.get("const")));
        }
        if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(place.value())) {
            faults.add(place.fault("give one of " + Types.listed(schema.getJsonArray("enum"))));
        }
        switch (place.value().getValueType()) {
            case STRING -> TextRules.check(place, (JsonString) place.value(), faults);
            case NUMBER -> NumberRules.check(place, (JsonNumber) place.value(), faults);
            case ARRAY -> array(place, place.value().asJsonArray(), faults);
            case OBJECT -> new ObjectRules(this).check(place, place.value().asJsonObject(), faults);
            default -> {
                // True, false and null have no rules but their type.
            }
        }
        new Alternatives(this).check(place, faults);
    }

    /** Whether a member with this value is there. */
    boolean isPresent(JsonObject schema, JsonValue value) {
        return value != null
                && (value.getValueType() != ValueType.NULL
                        || !nullIsAbsent
                        || schema == null
                        || Types.match(resolved(schema), JsonValue.NULL));
    }

    static JsonObject resolved(JsonObject schema) {
        JsonObject here = schema;
        while (here.containsKey("$ref")) {
            here = ApiDocument.referenced(here.getString("$ref"));
        }
        return here;
    }

    private void array(Place place, JsonArray array, Faults faults) {
        JsonObject schema = place.schema();
        int min = schema.getInt("minItems", 0);
        int max = schema.getInt("maxItems", Integer.MAX_VALUE);
        if (array.size() < min || array.size() > max) {
            faults.add(place.fault(Types.range(min, max) + " elements; there are " + array.size()));
            return;
        }
        if (schema.getBoolean("uniqueItems", false) && Set.copyOf(array).size() < array.size()) {
            faults.add(place.fault("give each element once"));
        }
        if (schema.get("items") instanceof JsonObject items) {
            for (int at = 0; at < array.size(); at++) {
                check(place.member(Integer.toString(at), items, array.get(at)), faults);
            }
        }
    }
}
