package io.hansa.client.transport;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.client.document.Problem;
import io.hansa.client.transport.CallFailure.Origin;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;

/** Says what became of an HTTP request. */
final class RestReplies {
    private static final int MAX_RETRY_SECONDS = 3600;

    private RestReplies() {}

    /** A business server's result (docs/api.md): 2xx, and 304. */
    static boolean isResult(int status) {
        return status / 100 == 2 || status == 304;
    }

    static CallFailure refused(URI proxy, HttpResponse<?> reply) {
        byte[] body = reply.body() instanceof byte[] bytes ? bytes : new byte[0];
        Problem problem =
                Problem.read(new String(body, StandardCharsets.UTF_8))
                        .orElseGet(() -> noProxy(proxy, reply.statusCode()));
        Origin origin =
                reply.headers().firstValue("Hansa-Trace-Id").isPresent()
                                || problem.traceId() != null
                        ? Origin.PROXY
                        : Origin.BROKEN;
        return new CallFailure(origin, reply.statusCode(), problem, retryAfter(reply), null);
    }

    /**
     * What a container without the application answers, or a balancer. A 404 comes from something
     * that passes requests to no proxy: a business server's 404 is a 502 of its proxy. Anything
     * else may come from a balancer that had passed the request on.
     */
    private static Problem noProxy(URI proxy, int status) {
        return new Problem(
                ErrorCode.PEER_UNREACHABLE.code(),
                "%s answered %d and is no proxy now; see whether the proxy is started there"
                        .formatted(proxy, status),
                null,
                status == 404 ? Effect.NONE : Effect.UNKNOWN,
                Map.of());
    }

    private static Duration retryAfter(HttpResponse<?> reply) {
        String value = reply.headers().firstValue("Retry-After").orElse("");
        boolean seconds =
                !value.isEmpty()
                        && value.length() < 6
                        && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return seconds
                ? Duration.ofSeconds(Math.min(Integer.parseInt(value), MAX_RETRY_SECONDS))
                : null;
    }

    static CallFailure failed(URI proxy, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof CallFailure already) {
            return already;
        }
        // HttpClient.send puts into an IOException what it does not know.
        if (cause.getCause() instanceof CallFailure already) {
            return already;
        }
        if (neverSent(cause)) {
            return CallFailure.of(
                    Origin.NO_CONNECTION,
                    ErrorCode.PEER_UNREACHABLE,
                    Effect.NONE,
                    "no connection to %s (%s)".formatted(proxy, reason(cause)),
                    cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return CallFailure.of(
                    Origin.TIME_OVER,
                    ErrorCode.DEADLINE_EXCEEDED,
                    Effect.UNKNOWN,
                    proxy + " did not answer in time",
                    cause);
        }
        return CallFailure.of(
                Origin.BROKEN,
                ErrorCode.PEER_UNREACHABLE,
                Effect.UNKNOWN,
                "the connection to %s broke (%s)".formatted(proxy, reason(cause)),
                cause);
    }

    private static boolean neverSent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
