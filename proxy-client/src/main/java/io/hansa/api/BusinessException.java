package io.hansa.api;

import java.io.Serial;
import java.util.Map;

/**
 * The one failure that crosses the remote interface; the same code, trace id and effect as over
 * REST. Immutable; it carries no stack trace, neither its own nor the proxy's.
 */
public final class BusinessException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final String traceId;

    /**
     * As text: enums have another form in each maker's ORB, and a newer proxy may know more of
     * them.
     */
    private final String effect;

    /** Names and values in turn; this class gets no further fields, see {@link Context}. */
    private final String[] context;

    /**
     * @param code kept as text, so that an older client understands a newer proxy
     * @param context what the failure tells on top, by the names of the problem document: {@code
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

    /** {@link Effect#NONE} only where the proxy said so. */
    public Effect effect() {
        return Effect.NONE.name().equals(effect) ? Effect.NONE : Effect.UNKNOWN;
    }

    /**
     * What the problem document of the same failure would have on top, as text: {@code reason},
     * {@code path}, …
     */
    public Map<String, String> context() {
        return Context.read(context);
    }
}
