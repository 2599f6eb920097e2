package io.hansa.proxy.pipeline;

import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.HeaderNames;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Carries what one proxy sends to a peer into that peer, and its answer back, as HTTP would. */
final class Wire {
    private static final String SERVICES = "/api/v1/services/";

    private Wire() {}

    static void connect(ProxyInMemory from, ProxyInMemory to) {
        from.exchanges.answers("peer:" + to.id, request -> carry(request, to));
    }

    private static ServerReply carry(ServerRequest request, ProxyInMemory to) {
        try {
            return reply(to.way.process(received(request)));
        } catch (Failure failure) {
            return problem(failure);
        }
    }

    private static ServiceRequest received(ServerRequest sent) {
        Map<String, String> headers = sent.headers();
        Asking asking = new Asking(sent.path().substring(SERVICES.length()));
        headers.forEach(
                (name, value) -> {
                    if (!HeaderNames.never(name)) {
                        asking.header(name, value);
                    }
                    if (name.equals("Hansa-Idempotency-Key")) {
                        asking.originKey(value);
                    }
                });
        return asking.by(headers.get("Authorization"))
                .body(max -> sent.payload())
                .within(Long.parseLong(headers.get("Hansa-Timeout-Ms")))
                .visited(headers.get("Hansa-Visited"))
                .trace(TraceContext.continuing(headers.get("traceparent")))
                .request();
    }

    private static ServerReply reply(ServiceReply reply) {
        Map<String, String> headers = new HashMap<>();
        headers.put("hansa-path", String.join(",", reply.path()));
        headers.put("hansa-server", reply.server());
        reply.head()
                .headers()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new ServerReply(reply.head().status(), reply.contentType(), headers, reply.data());
    }

    private static ServerReply problem(Failure failure) {
        Map<String, Object> members = new HashMap<>(failure.extensions());
        members.put("code", failure.code().code());
        members.put("status", failure.code().status());
        members.put("detail", failure.getMessage());
        members.put("effect", failure.effect().name());
        JsonObjectBuilder problem = Json.createObjectBuilder(members);
        return RecordingExchanges.reply(
                failure.code().status(),
                "application/problem+json",
                Map.of(),
                problem.build().toString());
    }
}
