package io.hansa.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which the serializable classes carry values that later versions add: names and values
 * alternate. The fields of these classes never change, because an ORB cannot bridge two shapes of
 * one class. An older partner would read only nulls.
 */
final class Context {
    private Context() {}

    static String[] of(Map<String, String> values) {
        List<String> namesAndValues = new ArrayList<>();
        values.forEach((name, value) -> namesAndValues.addAll(List.of(name, value)));
        return namesAndValues.toArray(String[]::new);
    }

    /**
     * @param namesAndValues as received from a partner: may be null, may have an odd length, may
     *     contain nulls
     */
    static Map<String, String> read(String[] namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int name = 0; namesAndValues != null && name + 1 < namesAndValues.length; name += 2) {
            if (namesAndValues[name] != null && namesAndValues[name + 1] != null) {
                values.put(namesAndValues[name], namesAndValues[name + 1]);
            }
        }
        return values;
    }
}
