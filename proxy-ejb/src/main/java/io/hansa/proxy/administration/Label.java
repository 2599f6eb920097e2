package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.ItemFact;

/** A label with its value, by which items are chosen. */
public record Label(String name, String value) {
    /**
     * @param parameter of the query, for the refusal
     * @param text {@code name=value}; null: none
     * @return null where none was given
     * @throws Failure REQUEST_INVALID
     */
    public static Label parse(String parameter, String text) {
        if (text == null) {
            return null;
        }
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "%s is \"%s\"; give a label as name=value."
                            .formatted(parameter, Name.shortened(text)));
        }
        return new Label(text.substring(0, equals), text.substring(equals + 1));
    }

    boolean isOn(ItemFact fact) {
        return fact != null && value.equals(fact.labels().get(name));
    }
}
