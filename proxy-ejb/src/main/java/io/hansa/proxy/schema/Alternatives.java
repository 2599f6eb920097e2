package io.hansa.proxy.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keywords {@code oneOf} and {@code anyOf}. Where no alternative holds, the faults are those of
 * the alternative that was meant: the one whose constant members have their values, else the one
 * whose required members are there.
 */
final class Alternatives {
    private final SchemaCheck checks;

    Alternatives(SchemaCheck checks) {
        this.checks = checks;
    }

    void check(Place place, Faults faults) {
        JsonArray one = place.schema().getJsonArray("oneOf");
        if (one != null) {
            check(place, one, true, faults);
        }
        JsonArray any = place.schema().getJsonArray("anyOf");
        if (any != null) {
            check(place, any, false, faults);
        }
    }

    private void check(Place place, JsonArray alternatives, boolean exactlyOne, Faults faults) {
        int holding = 0;
        List<JsonObject> schemas = new ArrayList<>();
        List<Faults> each = new ArrayList<>();
        for (JsonObject alternative : alternatives.getValuesAs(JsonObject.class)) {
            Faults its = new Faults();
            checks.check(place.with(alternative), its);
            schemas.add(SchemaCheck.resolved(alternative));
            each.add(its);
            holding += its.isEmpty() ? 1 : 0;
        }
        if (holding == 1 || holding > 1 && !exactlyOne) {
            return;
        }
        int meant = holding > 1 ? -1 : meant(schemas, place.value());
        Place kind = meant < 0 ? kind(place, schemas) : null;
        if (meant >= 0) {
            faults.addAll(each.get(meant));
        } else if (kind != null) {
            faults.add(kind.fault("give one of " + titles(schemas)));
        } else {
            faults.add(place.fault("give one of: " + titles(schemas)));
        }
    }

    /** The member that tells the alternatives apart, where each has its constant; else null. */
    private static Place kind(Place place, List<JsonObject> schemas) {
        if (!(place.value() instanceof JsonObject object)) {
            return null;
        }
        for (String name : object.keySet()) {
            if (schemas.stream()
                    .filter(schema -> Types.match(schema, object))
                    .allMatch(schema -> constant(schema, name) != null)) {
                return place.member(name, JsonValue.EMPTY_JSON_OBJECT, object.get(name));
            }
        }
        return null;
    }

    private static JsonValue constant(JsonObject schema, String member) {
        JsonObject properties = schema.getJsonObject("properties");
        return properties != null && properties.get(member) instanceof JsonObject itsSchema
                ? itsSchema.get("const")
                : null;
    }

    /**
     * @return an index; -1: none is nearer than another
     */
    private static int meant(List<JsonObject> schemas, JsonValue value) {
        for (int at = 0; at < schemas.size(); at++) {
            if (Types.match(schemas.get(at), value) && isNamed(schemas.get(at), value)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isNamed(JsonObject schema, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return schema.containsKey("type");
        }
        boolean named = false;
        JsonObject properties = schema.getJsonObject("properties");
        if (properties != null) {
            for (Map.Entry<String, JsonValue> member : properties.entrySet()) {
                JsonValue constant = member.getValue().asJsonObject().get("const");
                if (constant != null) {
                    if (!constant.equals(object.get(member.getKey()))) {
                        return false;
                    }
                    named = true;
                }
            }
        }
        return named || hasRequired(schema, object);
    }

    private static boolean hasRequired(JsonObject schema, JsonObject object) {
        JsonArray required = schema.getJsonArray("required");
        return required != null
                && required.getValuesAs(JsonString.class).stream()
                        .allMatch(name -> object.containsKey(name.getString()));
    }

    private static String titles(List<JsonObject> schemas) {
        return schemas.stream()
                .map(schema -> schema.getString("title", schema.toString()))
                .collect(Collectors.joining(", "));
    }
}
