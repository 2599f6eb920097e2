package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.HeaderText;
import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset that a request's {@code Content-Type} states. Containers and resources look it up
 * when they read the body, and fail with 500 where this JVM does not have it (seen on all three
 * servers, 2026-11-28).
 */
final class StatedCharset {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*+charset\\s*+=\\s*+\"?([^\";\\s]*+)", Pattern.CASE_INSENSITIVE);

    private StatedCharset() {}

    /**
     * @throws Failure MEDIA_TYPE_UNSUPPORTED for an unknown charset, REQUEST_INVALID for a header
     *     that is not valid
     */
    static void requireKnown(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return;
        }
        if (!HeaderText.isContentType(type)) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "The Content-Type is longer than 1000 characters or holds control characters; shorten it.");
        }
        Matcher stated = CHARSET.matcher(type);
        while (stated.find()) {
            if (!known(stated.group(1))) {
                throw Failure.of(
                        ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                        "The Content-Type states a charset that is not known here; send UTF-8.");
            }
        }
    }

    private static boolean known(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }
}
