package io.hansa.web.access;

import io.hansa.proxy.listing.QueryText;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;

/** Reads query parameters, whose names {@link QueryGate} has checked. */
public final class Query {
    private Query() {}

    /** The parameters, each of which stands once. */
    public static Map<String, String> of(UriInfo address) {
        Map<String, String> parameters = new HashMap<>();
        address.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    /**
     * @param text null: false
     */
    public static boolean flag(String name, String text) {
        return text != null && QueryText.flag(name, text);
    }
}
