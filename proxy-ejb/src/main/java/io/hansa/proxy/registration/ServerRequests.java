package io.hansa.proxy.registration;

import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.text.ContentCodingException;
import io.hansa.connector.text.ContentCodings;
import io.hansa.connector.text.MediaType;
import io.hansa.connector.text.StatedText;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.Identify;
import io.hansa.proxy.message.PathSuffix;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Makes what one business server is sent of a request. Safe for many threads. */
final class ServerRequests {
    private static final String CONTENT_ENCODING = "content-encoding";

    /** These hold no longer when the bytes are others. */
    private static final Set<String> ABOUT_THE_BYTES =
            Set.of(CONTENT_ENCODING, "content-digest", "content-md5");

    private final ServerTarget target;
    private final Identify identify;
    private final Predicate<String> passing;
    private final String address;

    ServerRequests(BusinessServer server) {
        this.target = server.target();
        this.identify = server.http().identify();
        boolean looksInside =
                target.soap() != null || target.charset() != null || !server.assist().isEmpty();
        Predicate<String> rule = server.http().headers().ofRequest();
        this.passing =
                looksInside
                        ? name -> !name.equalsIgnoreCase("accept-encoding") && rule.test(name)
                        : rule;
        this.address = server.http().forwardPath() ? address(target) : null;
    }

    private static String address(ServerTarget target) {
        String path = target.endpoint().getRawPath();
        String query = target.endpoint().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /**
     * @throws Failure NOT_FOUND or REQUEST_INVALID where the server takes no path or query,
     *     MEDIA_TYPE_UNSUPPORTED where the data cannot be read as it must be
     */
    ServerRequest of(OutboundRequest outbound, long deadlineNanos) {
        RequestHead head = outbound.head();
        String path = path(head.suffix(), outbound.capability());
        requireKnownCharset(head.contentType());
        byte[] data = outbound.data();
        EndToEndHeaders headers = head.headers();
        String coding = headers.isEmpty() ? null : headers.get(CONTENT_ENCODING);
        if (ContentCodings.changesBytes(coding) && mustRead(head.contentType())) {
            data = withoutCoding(data, coding);
            headers =
                    headers.only(name -> !ABOUT_THE_BYTES.contains(name.toLowerCase(Locale.ROOT)));
        }
        return new ServerRequest(
                data,
                head.contentType(),
                target.http()
                        ? headers(outbound, headers, deadlineNanos)
                        : Map.of("traceparent", outbound.trace().traceparent()),
                path,
                !outbound.once(),
                deadlineNanos);
    }

    private String path(PathSuffix suffix, String capability) {
        if (suffix.isEmpty()) {
            return null;
        }
        if (address != null) {
            return suffix.below(address);
        }
        throw suffix.path().isEmpty()
                ? Failure.of(
                        ErrorCode.REQUEST_INVALID,
                        "Business server %s takes no query; call /api/v1/services/%s without one, or set forwardPath in its entry."
                                .formatted(target.id(), capability))
                : Failure.of(
                        ErrorCode.NOT_FOUND,
                        "Business server %s takes no path below a capability; call /api/v1/services/%s, or set forwardPath in its entry."
                                .formatted(target.id(), capability));
    }

    /** A framed server cannot be told of a coding. */
    private boolean mustRead(String contentType) {
        return !target.http()
                || target.soap() != null
                || target.charset() != null && MediaType.isText(contentType);
    }

    private byte[] withoutCoding(byte[] data, String coding) {
        try {
            return ContentCodings.remove(data, coding, target.maxReplyBytes());
        } catch (ContentCodingException unreadable) {
            throw Failure.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "Business server %s needs the data without its content coding, but %s; send it in gzip, deflate or none."
                            .formatted(target.id(), unreadable.getMessage()));
        }
    }

    private void requireKnownCharset(String contentType) {
        if (target.charset() != null
                && MediaType.isText(contentType)
                && !StatedText.known(contentType)) {
            throw Failure.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "The Content-Type states a charset that is not known here, and business server %s needs the text in %s; send UTF-8."
                            .formatted(target.id(), target.charset().name()));
        }
    }

    private Map<String, String> headers(
            OutboundRequest outbound, EndToEndHeaders headers, long deadlineNanos) {
        Map<String, String> all = new HashMap<>();
        headers.forEach(
                (name, value) -> {
                    if (passing.test(name)) {
                        all.put(name, value);
                    }
                });
        if (identify.account()) {
            all.put("Hansa-Account", account(outbound.caller()));
        }
        if (identify.timeout()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            all.put("Hansa-Timeout-Ms", Long.toString(Math.max(1, left)));
        }
        if (identify.trace()) {
            all.put("traceparent", outbound.trace().traceparent());
            if (outbound.trace().state() != null) {
                all.put("tracestate", outbound.trace().state());
            }
        }
        if (identify.idempotencyKey() && outbound.head().idempotencyKey() != null) {
            all.put("Idempotency-Key", outbound.head().idempotencyKey());
        }
        return all;
    }

    /** A foreign account's name stands after its proxy; no name of an own account has a slash. */
    private static String account(Caller caller) {
        return caller.foreign() ? caller.home() : caller.account();
    }
}
