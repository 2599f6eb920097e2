package io.hansa.api;

import java.io.Serial;

/** The one failure that crosses the remote interface; the same code, trace id and effect as over REST. */
public final class BusinessException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final String traceId;
    private final Effect effect;

    /** @param code kept as text, so that an older client understands a newer proxy */
    public BusinessException(
            String code, int status, String detail, String traceId, Effect effect) {
        super(detail);
        this.code = code;
        this.status = status;
        this.traceId = traceId;
        this.effect = effect;
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

    public Effect effect() {
        return effect;
    }
}
