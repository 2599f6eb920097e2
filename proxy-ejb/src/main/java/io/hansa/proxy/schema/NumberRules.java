package io.hansa.proxy.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;

/**
 * The rules of numbers. They compare decimals and never expand one: {@code 1e999999999} would have
 * a thousand million digits.
 */
final class NumberRules {
    private NumberRules() {}

    static void check(Place place, JsonNumber number, Faults faults) {
        BigDecimal min = bound(place.schema(), "minimum");
        BigDecimal max = bound(place.schema(), "maximum");
        BigDecimal value = number.bigDecimalValue();
        if (min != null && value.compareTo(min) < 0 || max != null && value.compareTo(max) > 0) {
            faults.add(place.fault("give a number " + range(min, max)));
        }
    }

    /** In any notation: 20, 2.0e1. */
    static boolean isWhole(JsonNumber number) {
        BigDecimal value = number.bigDecimalValue();
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal bound(JsonObject schema, String keyword) {
        return schema.containsKey(keyword) ? schema.getJsonNumber(keyword).bigDecimalValue() : null;
    }

    private static String range(BigDecimal min, BigDecimal max) {
        if (max == null) {
            return "of at least " + min;
        }
        return min == null ? "of at most " + max : "from %s to %s".formatted(min, max);
    }
}
