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

    private BusinessRequest(Builder builder) {
        this.capability = builder.capability;
        this.authorization = builder.authorization;
        this.contentType = builder.contentType;
        this.data = builder.data;
        this.timeoutMillis = builder.timeoutMillis;
        this.idempotencyKey = builder.idempotencyKey;
        this.traceparent = builder.traceparent;
        this.context = builder.context;
    }

    /** Begins a request for a capability, without an account and without data. */
    public static Builder to(String capability) {
        return new Builder(Objects.requireNonNull(capability, "capability"));
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
     * Values that go with the request, by name, as HTTP headers do over REST. Of a caller: headers
     * for HTTP servers, such as {@code Accept-Language}, {@code tracestate}, and {@code
     * Hansa-Forward}, the path and query below the capability. Other names that begin with {@code
     * Hansa-} are those of proxies.
     */
    public Map<String, String> context() {
        return Context.read(context);
    }

    /** The same request with another context; the data is shared. */
    public BusinessRequest withContext(Map<String, String> values) {
        Builder copy = new Builder(capability);
        copy.authorization = authorization;
        copy.contentType = contentType;
        copy.data = data;
        copy.timeoutMillis = timeoutMillis;
        copy.idempotencyKey = idempotencyKey;
        copy.traceparent = traceparent;
        copy.context = Context.of(values);
        return copy.build();
    }

    /** Without business data and credentials, so that it may be logged. */
    @Override
    public String toString() {
        return "BusinessRequest[capability=%s, contentType=%s, bytes=%d, timeoutMillis=%d]"
                .formatted(capability, contentType, data == null ? 0 : data.length, timeoutMillis);
    }

    /** Collects what a request consists of. For one thread. */
    public static final class Builder {
        private final String capability;
        private String authorization;
        private String contentType;
        private byte[] data = new byte[0];
        private long timeoutMillis;
        private String idempotencyKey;
        private String traceparent;
        private String[] context = new String[0];

        private Builder(String capability) {
            this.capability = capability;
        }

        /**
         * Who asks, as in the HTTP header {@code Authorization}: {@code Bearer token} or {@code
         * Basic base64(account:password)}.
         */
        public Builder authorization(String authorization) {
            this.authorization = authorization;
            return this;
        }

        /**
         * The business data, which is not copied.
         *
         * @param contentType a media type such as {@code text/plain; charset=utf-8}; may be null
         */
        public Builder data(String contentType, byte[] data) {
            this.contentType = contentType;
            this.data = Objects.requireNonNull(data, "data");
            return this;
        }

        /**
         * The time that remains until the caller's deadline. Without it, or with 0, the
         * capability's own timeout applies.
         */
        public Builder timeoutMillis(long millis) {
            this.timeoutMillis = millis;
            return this;
        }

        /** The same key, account and data get the first reply again. May be null. */
        public Builder idempotencyKey(String key) {
            this.idempotencyKey = key;
            return this;
        }

        /** W3C trace context that the request continues. May be null. */
        public Builder traceparent(String traceparent) {
            this.traceparent = traceparent;
            return this;
        }

        public BusinessRequest build() {
            return new BusinessRequest(this);
        }
    }
}
