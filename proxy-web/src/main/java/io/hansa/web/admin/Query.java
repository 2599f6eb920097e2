package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;

/** Reads query parameters, whose names {@code QueryGate} has checked. */
final class Query {
    private Query() {}

    /** The parameters, each of which stands once. */
    static Map<String, String> of(UriInfo address) {
        Map<String, String> parameters = new HashMap<>();
        address.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    /**
     * @param text null: false
     */
    static boolean flag(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Failure.of(
                ErrorCode.REQUEST_INVALID,
                "%s is \"%s\"; give true or false.".formatted(name, Name.shortened(text)));
    }
}
