package io.hansa.proxy.document;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;

/** The valid numbers of a member. Compares decimals, so that large exponents do not matter. */
record Range(Refusal refusal, String member, BigDecimal min, BigDecimal max) {
    JsonNumber check(JsonNumber number) {
        BigDecimal value = number.bigDecimalValue();
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw refusal.wrong(member, value, "give a number from %s to %s".formatted(min, max));
        }
        return number;
    }

    long whole(JsonNumber number) {
        try {
            return check(number).longValueExact();
        } catch (ArithmeticException fraction) {
            throw refusal.wrong(member, number, "give a whole number");
        }
    }
}
