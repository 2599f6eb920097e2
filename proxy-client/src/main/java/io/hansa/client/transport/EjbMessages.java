package io.hansa.client.transport;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.client.document.Problem;
import io.hansa.client.transport.CallFailure.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls and replies in the form of the remote EJB (docs/api.md). */
final class EjbMessages {
    private EjbMessages() {}

    static BusinessRequest request(Order order, String authorization, Duration timeout)
            throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(order.headers());
        return BusinessRequest.to(order.capability())
                .authorization(authorization)
                .data(headers.remove("Content-Type"), order.payload().bytes())
                .idempotencyKey(headers.remove("Idempotency-Key"))
                .traceparent(headers.remove("traceparent"))
                .timeoutMillis(Math.max(1, timeout.toMillis()))
                .build()
                .withContext(headers);
    }

    static Answer answer(BusinessReply reply, boolean streamed) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reply.context().forEach((name, value) -> headers.put(name, List.of(value.split("\n"))));
        put(headers, "Content-Type", reply.contentType());
        put(headers, "Hansa-Path", String.join(",", reply.path()));
        put(headers, "Hansa-Server", reply.server());
        put(headers, "Hansa-Trace-Id", reply.traceId());
        List<String> status = headers.remove("Hansa-Status");
        return new Answer(
                status == null ? 200 : Integer.parseInt(status.get(0)),
                HttpHeaders.of(headers, (name, value) -> true),
                streamed ? new ByteArrayInputStream(reply.data()) : reply.data());
    }

    private static void put(Map<String, List<String>> headers, String name, String value) {
        if (value != null) {
            headers.put(name, List.of(value));
        }
    }

    static CallFailure refused(BusinessException refused) {
        Problem problem =
                new Problem(
                        refused.code(),
                        refused.getMessage(),
                        refused.traceId(),
                        refused.effect(),
                        refused.context());
        return new CallFailure(Origin.PROXY, refused.status(), problem, null, refused);
    }
}
