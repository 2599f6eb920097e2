package io.hansa.client.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A call that a fake proxy received.
 *
 * @param headers by name in lower case
 */
public record Received(String capability, Map<String, List<String>> headers, byte[] body) {
    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first header of that name in lower case; null where there is none. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }
}
