package io.hansa.proxy.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Checks values by the schemas of the {@link ApiDocument}: the same that callers read. Safe for
 * many threads.
 */
public final class Schemas {
    private Schemas() {}

    /**
     * Checks what an administrator sends. A null member counts as absent unless its schema has null
     * among its values.
     *
     * @param schema the name under {@code components/schemas}
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID that names every fault, in {@code
     *     detail} and in {@code faults}
     */
    public static void check(String schema, JsonObject json) {
        Faults faults = new Faults();
        JsonObject rules = ApiDocument.referenced("#/components/schemas/" + schema);
        new SchemaCheck(true).check(new Place(rules, json, ""), faults);
        if (!faults.isEmpty()) {
            throw faults.failure();
        }
    }

    /** What is wrong with a value that Hansa itself gives, at most the first twenty faults. */
    public static List<Fault> faults(JsonObject schema, JsonValue value) {
        Faults faults = new Faults();
        new SchemaCheck(false).check(new Place(schema, value, ""), faults);
        return faults.kept();
    }
}
