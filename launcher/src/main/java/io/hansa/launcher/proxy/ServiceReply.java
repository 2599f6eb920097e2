package io.hansa.launcher.proxy;

import io.hansa.launcher.remote.Answer;
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

    static ServiceReply of(Answer reply) {
        String path = reply.header("Hansa-Path");
        return new ServiceReply(
                reply.status(),
                reply.header("Content-Type"),
                reply.text(),
                path.isEmpty() ? List.of() : List.of(path.split(",")),
                reply.header("Hansa-Server"),
                reply.header("Hansa-Trace-Id"));
    }
}
