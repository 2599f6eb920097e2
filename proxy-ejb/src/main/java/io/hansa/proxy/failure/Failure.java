package io.hansa.proxy.failure;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The only exception by which a request or an administrative change fails. It carries everything
 * that the caller is told. It has no stack trace, because it is a reply and not a defect.
 */
public final class Failure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final Effect effect;
    private final transient Map<String, Object> extensions;

    private Failure(
            ErrorCode code,
            Effect effect,
            String detail,
            Map<String, Object> extensions,
            Throwable cause) {
        super(detail, cause, false, false);
        this.code = code;
        this.effect = effect;
        this.extensions = extensions;
    }

    /** A failure of a request that no business server received. */
    public static Failure of(ErrorCode code, String detail) {
        return new Failure(code, Effect.NONE, detail, Map.of(), null);
    }

    public static Failure of(ErrorCode code, Effect effect, String detail, Throwable cause) {
        return new Failure(code, effect, detail, Map.of(), cause);
    }

    /** The same failure with one more member of the problem document (RFC 9457, section 3.2). */
    public Failure with(String name, Object value) {
        return with(Map.of(name, value));
    }

    /** The same failure with more members of the problem document. */
    public Failure with(Map<String, ?> members) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.putAll(members);
        return new Failure(code, effect, getMessage(), Map.copyOf(more), getCause());
    }

    /** The same failure after a business server has already acted on the request's first part. */
    public Failure afterEffect() {
        return new Failure(code, Effect.UNKNOWN, getMessage(), extensions, getCause());
    }

    public ErrorCode code() {
        return code;
    }

    public Effect effect() {
        return effect;
    }

    /** Further members of the problem document: strings, numbers, lists of strings, JSON values. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
