package io.hansa.api;

import java.io.Serial;

/**
 * The one failure that crosses the remote interface; the same code, trace id and effect as over REST. Immutable; it
 * carries no stack trace, neither its own nor the proxy's.
 */
public final class BusinessException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final String traceId;

    /** As text: enums have another form in each maker's ORB, and a newer proxy may know more of them. */
    private final String effect;

    /** @param code kept as text, so that an older client understands a newer proxy */
    public BusinessException(
            String code, int status, String detail, String traceId, Effect effect) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.traceId = traceId;
        this.effect = effect.name();
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
}
