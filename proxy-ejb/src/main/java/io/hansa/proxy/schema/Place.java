package io.hansa.proxy.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A value and the schema that it must follow.
 *
 * @param pointer where the value stands; empty: the whole document
 */
record Place(JsonObject schema, JsonValue value, String pointer) {
    Place member(String name, JsonObject itsSchema, JsonValue itsValue) {
        return new Place(itsSchema, itsValue, pointer + "/" + Json.encodePointer(name));
    }

    Place with(JsonObject otherSchema) {
        return new Place(otherSchema, value, pointer);
    }

    /** The place of a member's name. */
    Place named(JsonValue name) {
        return new Place(schema, name, pointer);
    }

    boolean isSecret() {
        return schema.getBoolean("writeOnly", false);
    }

    Fault fault(String message) {
        return Fault.of(pointer, value, isSecret(), remedy(message));
    }

    /** The schema's own words where it has them: those of a pattern tell a person nothing. */
    private String remedy(String message) {
        return schema.containsKey("x-remedy") ? "give " + schema.getString("x-remedy") : message;
    }
}
