package io.hansa.client;

import io.hansa.client.call.Calls;
import io.hansa.client.call.Plan;
import io.hansa.client.call.Result;
import io.hansa.client.transport.Order;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Calls one capability. Immutable and for many threads: the methods that set something give a copy,
 * so a program can keep one with its settings.
 *
 * <p>Each method that sends comes twice. {@code send} blocks until the result is there and throws
 * {@link HansaException}. {@code sendAsync} returns at once; its future fails with {@link
 * HansaException}, and to cancel it abandons the call.
 */
public final class CapabilityClient {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";

    private final Calls calls;
    private final String capability;
    private final Duration timeout;
    private final Map<String, String> headers;
    private final Replies replies;

    CapabilityClient(
            Calls calls,
            String capability,
            Duration timeout,
            Map<String, String> headers,
            Replies replies) {
        this.calls = calls;
        this.capability = Objects.requireNonNull(capability, "capability");
        this.timeout = timeout;
        this.headers = headers;
        this.replies = replies;
    }

    /**
     * How long a call may take, with all of its attempts. Proxies and servers get what is left of
     * it.
     */
    public CapabilityClient timeout(Duration whole) {
        if (whole.isNegative() || whole.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than zero");
        }
        return new CapabilityClient(calls, capability, whole, headers, replies);
    }

    /** The media type of the business data. */
    public CapabilityClient contentType(String mediaType) {
        return header(CONTENT_TYPE, mediaType);
    }

    /**
     * The key of the next call, for a program that repeats calls itself. Without it the client
     * makes one for each call of a SAFE or IDEMPOTENT capability.
     */
    public CapabilityClient idempotencyKey(String key) {
        return header("Idempotency-Key", key);
    }

    /** The trace that the call continues (W3C Trace Context). */
    public CapabilityClient traceparent(String traceparent) {
        return header("traceparent", traceparent);
    }

    /** A header of the business data, such as {@code Accept}. */
    public CapabilityClient header(String name, String value) {
        Map<String, String> more = copy();
        more.put(name, value);
        return new CapabilityClient(calls, capability, timeout, more, replies);
    }

    /** Sends text in UTF-8, and reads the result as text by the charset that it states. */
    public HansaReply<String> send(String text) {
        return replies.await(begin(RequestBody.of(text), TEXT, false, true), this, Replies::text);
    }

    /** Sends bytes, which are not copied, and holds the result in memory. */
    public HansaReply<byte[]> send(byte[] data) {
        return send(RequestBody.of(data));
    }

    /** Sends data, and holds the result in memory. */
    public HansaReply<byte[]> send(RequestBody data) {
        return replies.await(begin(data, BYTES, false, true), this, Replies::bytes);
    }

    /** Sends data, and gives the result as a stream, which the program closes. */
    public HansaReply<InputStream> stream(RequestBody data) {
        return replies.await(begin(data, BYTES, true, true), this, Replies::stream);
    }

    /** {@link #send(String)} without waiting. */
    public CompletableFuture<HansaReply<String>> sendAsync(String text) {
        return replies.later(begin(RequestBody.of(text), TEXT, false, false), this, Replies::text);
    }

    /** {@link #send(byte[])} without waiting. */
    public CompletableFuture<HansaReply<byte[]>> sendAsync(byte[] data) {
        return sendAsync(RequestBody.of(data));
    }

    /** {@link #send(RequestBody)} without waiting. */
    public CompletableFuture<HansaReply<byte[]>> sendAsync(RequestBody data) {
        return replies.later(begin(data, BYTES, false, false), this, Replies::bytes);
    }

    /** {@link #stream(RequestBody)} without waiting. */
    public CompletableFuture<HansaReply<InputStream>> streamAsync(RequestBody data) {
        return replies.later(begin(data, BYTES, true, false), this, Replies::stream);
    }

    private CompletableFuture<Result> begin(
            RequestBody data, String mediaType, boolean streamed, boolean waits) {
        Map<String, String> own = copy();
        own.putIfAbsent(CONTENT_TYPE, mediaType);
        own.computeIfAbsent("traceparent", name -> replies.traceparent());
        Order order = new Order(capability, data.payload(), own, streamed);
        return calls.begin(new Plan(order, timeout, waits));
    }

    /** Names of headers have no case. */
    private Map<String, String> copy() {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }

    String capability() {
        return capability;
    }
}
