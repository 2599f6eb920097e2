package io.hansa.api;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/**
 * One request for a capability. Immutable, except for the business data, which is not copied: the
 * creator of the array must not change it afterwards.
 */
public final class BusinessRequest implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final String capability;
    private final String authorization;
    private final String contentType;
    private final byte[] data;
    private final long timeoutMillis;
    private final String idempotencyKey;
    private final String traceparent;

    /** Names and values alternate. This class gets no further fields, see {@link Context}. */
    private final String[] context;

    /**
     * @param authorization {@code Bearer token} or {@code Basic base64(account:password)}, as in
     *     HTTP
     * @param timeoutMillis the time that remains until the caller's deadline; 0 means the
     *     capability's own timeout
     * @param idempotencyKey may be null
     * @param traceparent W3C trace context, may be null
     */
    public BusinessRequest(
            String capability,
            String authorization,
            String contentType,
            byte[] data,
            long timeoutMillis,
            String idempotencyKey,
            String traceparent) {
        this(
                capability,
                authorization,
                contentType,
                data,
                timeoutMillis,
                idempotencyKey,
                traceparent,
                new String[0]);
    }

    private BusinessRequest(
            String capability,
            String authorization,
            String contentType,
            byte[] data,
            long timeoutMillis,
            String idempotencyKey,
            String traceparent,
            String[] context) {
        this.capability = Objects.requireNonNull(capability, "capability");
        this.authorization = authorization;
        this.contentType = contentType;
        this.data = Objects.requireNonNull(data, "data");
        this.timeoutMillis = timeoutMillis;
        this.idempotencyKey = idempotencyKey;
        this.traceparent = traceparent;
        this.context = context;
    }

    public String capability() {
        return capability;
    }

    public String authorization() {
        return authorization;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] data() {
        return data;
    }

    public long timeoutMillis() {
        return timeoutMillis;
    }

    public String idempotencyKey() {
        return idempotencyKey;
    }

    public String traceparent() {
        return traceparent;
    }

    /**
     * The values that a proxy sends to its peer with the request, as HTTP headers do over REST.
     * Empty in requests from other callers.
     */
    public Map<String, String> context() {
        return Context.read(context);
    }

    /** The same request with another context; the data is shared. */
    public BusinessRequest withContext(Map<String, String> values) {
        return new BusinessRequest(
                capability,
                authorization,
                contentType,
                data,
                timeoutMillis,
                idempotencyKey,
                traceparent,
                Context.of(values));
    }
}
