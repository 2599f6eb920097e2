package io.hansa.api;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A business server's result, and the path that the request took. The data is not copied. */
public final class BusinessReply implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final String contentType;
    private final byte[] data;
    private final String[] path;
    private final String server;
    private final String traceId;

    /** Names and values alternate. This class gets no further fields, see {@link Context}. */
    private final String[] context;

    /**
     * @param path ids of the visited proxies, in order
     * @param server the business server that sent the result, {@code proxy/server}
     */
    public BusinessReply(
            String contentType, byte[] data, List<String> path, String server, String traceId) {
        this(
                contentType,
                Objects.requireNonNull(data, "data"),
                path.toArray(String[]::new),
                server,
                traceId,
                new String[0]);
    }

    private BusinessReply(
            String contentType,
            byte[] data,
            String[] path,
            String server,
            String traceId,
            String[] context) {
        this.contentType = contentType;
        this.data = data;
        this.path = path;
        this.server = server;
        this.traceId = traceId;
        this.context = context;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] data() {
        return data;
    }

    public List<String> path() {
        return List.of(path);
    }

    public String server() {
        return server;
    }

    public String traceId() {
        return traceId;
    }

    /**
     * Headers of an HTTP server's reply that belong to the business data, by name, such as {@code
     * ETag}; several {@code Set-Cookie} are joined by line feed. {@code Hansa-Status} is the
     * reply's status where that is not 200. Empty for other servers.
     */
    public Map<String, String> context() {
        return Context.read(context);
    }

    /** The same reply with another context; data and path are shared. */
    public BusinessReply withContext(Map<String, String> values) {
        return values.isEmpty() && context != null && context.length == 0
                ? this
                : new BusinessReply(contentType, data, path, server, traceId, Context.of(values));
    }

    /** Without the business data, so that it may be logged. */
    @Override
    public String toString() {
        return "BusinessReply[server=%s, path=%s, contentType=%s, bytes=%d, traceId=%s]"
                .formatted(
                        server,
                        path == null ? "" : String.join(",", path),
                        contentType,
                        data == null ? 0 : data.length,
                        traceId);
    }
}
