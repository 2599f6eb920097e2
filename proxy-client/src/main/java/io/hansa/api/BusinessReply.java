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
        this.contentType = contentType;
        this.data = Objects.requireNonNull(data, "data");
        this.path = path.toArray(String[]::new);
        this.server = server;
        this.traceId = traceId;
        this.context = new String[0];
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

    /** Further values from the proxy; empty in this version. */
    public Map<String, String> context() {
        return Context.read(context);
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
