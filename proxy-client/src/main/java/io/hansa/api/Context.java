package io.hansa.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which values carry what later versions add: names and values in turn. The fields of
 * the values never change, because an ORB cannot bridge two shapes of one class: an older partner
 * would read nothing but nulls.
 */
final class Context {
    private Context() {}

    static String[] of(Map<String, String> told) {
        List<String> namesAndValues = new ArrayList<>();
        told.forEach((name, value) -> namesAndValues.addAll(List.of(name, value)));
        return namesAndValues.toArray(String[]::new);
    }

    /**
     * @param namesAndValues as it was read from a partner: may be null, odd or lack values
     */
    static Map<String, String> read(String[] namesAndValues) {
        Map<String, String> told = new LinkedHashMap<>();
        for (int name = 0; namesAndValues != null && name + 1 < namesAndValues.length; name += 2) {
            if (namesAndValues[name] != null && namesAndValues[name + 1] != null) {
                told.put(namesAndValues[name], namesAndValues[name + 1]);
            }
        }
        return told;
    }
}
