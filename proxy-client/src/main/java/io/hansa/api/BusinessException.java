package io.hansa.api;

import java.io.Serial;
import java.util.Map;

/**
 * The only exception that crosses the remote interface. It carries the same code, trace id and
 * effect as the failure over REST. Immutable. It carries no stack trace, neither the client's nor
 * the proxy's.
 */
public final class BusinessException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final String traceId;

    /**
     * Kept as text. ORBs of different vendors encode enums differently, and a newer proxy may know
     * more values.
     */
    private final String effect;

    /** Names and values alternate. This class gets no further fields, see {@link Context}. */
    private final String[] context;

    /**
     * @param code kept as text, so that an older client understands a newer proxy
     * @param context further members of the failure, by their names in the problem document: {@code
     *     reason}, …
     */
    public BusinessException(
            String code,
            int status,
            String detail,
            String traceId,
            Effect effect,
            Map<String, String> context) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.traceId = traceId;
        this.effect = effect.name();
        this.context = Context.of(context);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String traceId() {
        return traceId;
    }

    /** {@link Effect#NONE} only if the proxy reported it; otherwise {@link Effect#UNKNOWN}. */
    public Effect effect() {
        return Effect.NONE.name().equals(effect) ? Effect.NONE : Effect.UNKNOWN;
    }

    /**
     * The further members of the same failure's problem document, as text: {@code reason}, {@code
     * path}, …
     */
    public Map<String, String> context() {
        return Context.read(context);
    }
}
