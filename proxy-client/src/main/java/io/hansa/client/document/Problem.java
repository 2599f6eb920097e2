package io.hansa.client.document;

import io.hansa.api.Effect;
import java.util.Map;
import java.util.Optional;

/**
 * A problem document of a proxy (RFC 9457).
 *
 * @param members all of its members that are no objects, as text
 */
public record Problem(
        String code, String detail, String traceId, Effect effect, Map<String, String> members) {
    /** Empty where the text is no problem document of a proxy. */
    public static Optional<Problem> read(String text) {
        try {
            Members document = Members.read(text);
            String code = document.text("code", "");
            return code.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(
                                    code,
                                    document.text("detail", document.text("title", code)),
                                    document.text("traceId", null),
                                    effect(document.text("effect", "")),
                                    document.texts()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Effect effect(String name) {
        return name.equals(Effect.NONE.name()) ? Effect.NONE : Effect.UNKNOWN;
    }
}
