package io.hansa.proxy.schema;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** The rules of objects. */
final class ObjectRules {

    private final SchemaCheck checks;

    ObjectRules(SchemaCheck checks) {
        this.checks = checks;
    }

    void check(Place place, JsonObject object, Faults faults) {
        JsonObject schema = place.schema();
        JsonObject properties = orEmpty(schema.get("properties"));
        if (object.size() > schema.getInt("maxProperties", Integer.MAX_VALUE)) {
            faults.add(
                    place.fault(
                            "give at most %d members".formatted(schema.getInt("maxProperties"))));
            return;
        }
        required(place, object, faults);
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            JsonObject known = (JsonObject) properties.get(member.getKey());
            if (known != null) {
                if (checks.isPresent(known, member.getValue())) {
                    checks.check(place.member(member.getKey(), known, member.getValue()), faults);
                }
            } else {
                other(place, member, faults);
            }
        }
    }

    private void required(Place place, JsonObject object, Faults faults) {
        JsonArray names = place.schema().getJsonArray("required");
        if (names == null) {
            return;
        }
        JsonObject properties = orEmpty(place.schema().get("properties"));
        for (JsonString name : names.getValuesAs(JsonString.class)) {
            JsonObject known = (JsonObject) properties.get(name.getString());
            if (!checks.isPresent(known, object.get(name.getString()))) {
                Place missing =
                        place.member(name.getString(), JsonValue.EMPTY_JSON_OBJECT, JsonValue.NULL);
                faults.add(new Fault(missing.pointer(), null, "the member is missing; add it"));
            }
        }
    }

    /** A member without a schema of its own. Its value is not told: it may be a secret. */
    private void other(Place place, Map.Entry<String, JsonValue> member, Faults faults) {
        JsonObject schema = place.schema();
        JsonValue others = schema.getOrDefault("additionalProperties", JsonValue.TRUE);
        Place there = place.member(member.getKey(), JsonValue.EMPTY_JSON_OBJECT, member.getValue());
        if (others == JsonValue.FALSE) {
            String known = String.join(", ", orEmpty(schema.get("properties")).keySet());
            faults.add(
                    Fault.of(
                            there.pointer(),
                            member.getValue(),
                            true,
                            "there is no such member; the members are " + known));
            return;
        }
        if (schema.get("propertyNames") instanceof JsonObject names) {
            checks.check(there.with(names).named(JSON.createValue(member.getKey())), faults);
        }
        if (others instanceof JsonObject itsSchema) {
            checks.check(there.with(itsSchema), faults);
        }
    }

    private static JsonObject orEmpty(JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }
}
