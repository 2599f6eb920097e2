package io.hansa.launcher.proxy;

import java.net.http.HttpResponse;
import java.util.List;

/** A proxy's answer to a request for a capability, with the headers of the contract. */
public record ServiceReply(
        int status,
        String contentType,
        String body,
        List<String> path,
        String server,
        String traceId) {

    public ServiceReply {
        path = List.copyOf(path);
    }

    static ServiceReply of(HttpResponse<String> reply) {
        String path = header(reply, "Hansa-Path");
        return new ServiceReply(
                reply.statusCode(),
                header(reply, "Content-Type"),
                reply.body(),
                path.isEmpty() ? List.of() : List.of(path.split(",")),
                header(reply, "Hansa-Server"),
                header(reply, "Hansa-Trace-Id"));
    }

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }
}
