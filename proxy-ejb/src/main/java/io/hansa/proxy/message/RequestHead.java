package io.hansa.proxy.message;

import java.util.Objects;

/**
 * What a request says besides its data. Immutable.
 *
 * @param contentType null where there is none
 * @param idempotencyKey as the caller sent it; null where there is none
 * @param originKey as a peer tells the key of its caller; believed of peers only; null where there
 *     is none
 * @param headers of the caller, but for those that never pass
 * @param suffix what stands below the capability
 */
public record RequestHead(
        String contentType,
        String idempotencyKey,
        String originKey,
        EndToEndHeaders headers,
        PathSuffix suffix) {
    public RequestHead {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(suffix, "suffix");
    }

    /** Of data with a content type and nothing else. */
    public static RequestHead of(String contentType) {
        return new RequestHead(contentType, null, null, EndToEndHeaders.NONE, PathSuffix.NONE);
    }

    /** The same with another key. */
    public RequestHead under(String key) {
        return new RequestHead(contentType, key, null, headers, suffix);
    }

    /**
     * Of the second request, which a server asked for. Conditions and path were meant for the first
     * server, and the headers of the data for the first data. The key is another, because the data
     * is another.
     *
     * @param about headers of the processed data
     */
    public RequestHead assisted(String type, EndToEndHeaders about, int depth) {
        EndToEndHeaders kept =
                headers.isEmpty()
                        ? headers
                        : headers.only(
                                name ->
                                        !HeaderNames.ofData(name)
                                                && !HeaderNames.ofCondition(name));
        return new RequestHead(
                type == null ? contentType : type,
                idempotencyKey == null ? null : idempotencyKey + "." + depth,
                null,
                kept.and(about),
                PathSuffix.NONE);
    }
}
