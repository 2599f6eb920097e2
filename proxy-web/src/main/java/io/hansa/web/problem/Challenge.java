package io.hansa.web.problem;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a refused caller may authenticate (RFC 9110, section 11.6.1). A browser that is asked for
 * Basic credentials opens a dialog of its own and remembers what is entered for pages of every
 * origin. So it is asked for a token only.
 */
final class Challenge {
    private static final String BROWSER = "Bearer realm=\"hansa\"";
    private static final String PROGRAM = "Basic realm=\"hansa\", charset=\"UTF-8\", Bearer";

    /** Sent by browsers, or by the scripts of their pages, and by nothing else. */
    private static final List<String> OF_BROWSERS =
            List.of("Sec-Fetch-Mode", "Sec-Fetch-Site", "X-Requested-With", "Origin");

    private Challenge() {}

    /**
     * @param headers gives a request's header by its name, or null
     */
    static String of(UnaryOperator<String> headers) {
        boolean browser = OF_BROWSERS.stream().anyMatch(name -> headers.apply(name) != null);
        return browser ? BROWSER : PROGRAM;
    }
}
