package io.hansa.proxy.message;

import java.util.Objects;

/**
 * What passes between callers and one HTTP server besides business data.
 *
 * @param headers more and fewer than pass for every server
 * @param forwardPath whether the path and query below the capability pass to it
 * @param identify what it learns of who asks
 */
public record HttpOptions(HeaderRules headers, boolean forwardPath, Identify identify) {
    public static final HttpOptions STANDARD =
            new HttpOptions(HeaderRules.STANDARD, false, Identify.ALL);

    public HttpOptions {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(identify, "identify");
    }
}
