package io.hansa.connector.target;

import io.hansa.connector.Delimiter;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.framing.HttpStatusCodec;
import io.hansa.connector.pool.Addresses;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.tcp.TcpTrial;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Exchanges that are made to be looked at, each on a connection of its own. */
final class Trials {

    private static final String GET = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    private static final byte[] LINE_END = {'\n'};

    private final Addresses addresses;

    Trials(Addresses addresses) {
        this.addresses = addresses;
    }

    RecordedExchange connect(ServerTarget target, Deadline deadline) {
        ServerTarget stream = target.http() ? stream(target) : target;
        return new TcpTrial(stream, addresses).connect(deadline);
    }

    RecordedExchange exchange(ServerTarget target, ServerRequest request) {
        return new TcpTrial(target, addresses).exchange(request);
    }

    RecordedExchange get(ServerTarget target, String path, long deadlineNanos) {
        byte[] head =
                GET.formatted(path, target.endpoint().getRawAuthority())
                        .getBytes(StandardCharsets.US_ASCII);
        return new TcpTrial(stream(target), new HttpStatusCodec(), addresses)
                .exchange(new ServerRequest(head, null, Map.of(), deadlineNanos));
    }

    /** The bytes below HTTP. The framing is not used. */
    private static ServerTarget stream(ServerTarget target) {
        URI endpoint = target.endpoint();
        boolean tls = "https".equalsIgnoreCase(endpoint.getScheme());
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : tls ? 443 : 80;
        return new ServerTarget(
                target.id(),
                URI.create((tls ? "tls://" : "tcp://") + endpoint.getHost() + ":" + port),
                new Delimiter(LINE_END),
                null,
                target.limits(),
                target.maxReplyBytes(),
                target.tls(),
                null);
    }
}
