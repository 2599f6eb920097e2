package io.hansa.proxy.administration;

import io.hansa.proxy.listing.QueryText;
import io.hansa.proxy.registry.ItemFact;

/** A label with its value, by which items are chosen. */
public record Label(String name, String value) {
    /**
     * @param parameter of the query, for the refusal
     * @param text {@code name=value}; null: none
     * @return null where none was given
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    public static Label parse(String parameter, String text) {
        if (text == null) {
            return null;
        }
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw QueryText.wrong(parameter, text, "give a label as name=value");
        }
        return new Label(text.substring(0, equals), text.substring(equals + 1));
    }

    boolean isOn(ItemFact fact) {
        return fact != null && value.equals(fact.labels().get(name));
    }
}
