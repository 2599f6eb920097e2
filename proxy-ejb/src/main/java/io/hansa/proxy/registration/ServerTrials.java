package io.hansa.proxy.registration;

import io.hansa.api.ErrorCode;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Exchanges with business servers that are made to be looked at. They are those of a request, but
 * neither breaker nor balancing nor the server's load hears of them. Each takes a worker until its
 * end, so a node makes few at once. Safe for many threads.
 */
public class ServerTrials {
    private static final int MAX_AT_ONCE = 4;

    private final ProxyIdentity proxy;
    private final ConnectorExchanges connector;
    private final int maxAtOnce;
    private final Semaphore room;

    public ServerTrials(ProxyIdentity proxy, ConnectorExchanges connector) {
        this(proxy, connector, MAX_AT_ONCE);
    }

    /**
     * @param maxAtOnce one more is refused
     */
    public ServerTrials(ProxyIdentity proxy, ConnectorExchanges connector, int maxAtOnce) {
        this.proxy = proxy;
        this.connector = connector;
        this.maxAtOnce = maxAtOnce;
        this.room = new Semaphore(maxAtOnce);
    }

    /**
     * Sends a request to the server and waits for the reply.
     *
     * @throws Failure as one that was refused before it was sent; OVERLOADED where too many others
     *     are under way
     */
    public ServerTrial exchange(BusinessServer server, OutboundRequest request) {
        ServerRequest sent = new ServerRequests(server).of(request, request.deadlineNanos());
        RecordedExchange recorded =
                inRoom(() -> connector.doctor().tryExchange(server.target(), sent));
        if (recorded.failure() != null) {
            return new ServerTrial(
                    recorded, null, ExchangeFailureText.failure(server.id(), recorded.failure()));
        }
        try {
            Answer answer =
                    new ServerAnswers(proxy.id(), server)
                            .of(
                                    recorded.reply(),
                                    request.visits().proxies(),
                                    request.deadlineNanos());
            return new ServerTrial(recorded, answer, null);
        } catch (Failure refused) {
            return new ServerTrial(recorded, null, refused);
        }
    }

    /** Sends bytes as they are. */
    public RecordedExchange exchange(ServerTarget target, byte[] payload, long deadlineNanos) {
        ServerRequest sent = new ServerRequest(payload, null, Map.of(), deadlineNanos);
        return inRoom(() -> connector.doctor().tryExchange(target, sent));
    }

    /** Opens a connection and closes it again. */
    public RecordedExchange connect(ServerTarget target, long deadlineNanos) {
        return inRoom(() -> connector.doctor().tryConnection(target, deadlineNanos));
    }

    /** Asks an HTTP server for the status of a path. */
    public RecordedExchange get(ServerTarget target, String path, long deadlineNanos) {
        return inRoom(() -> connector.doctor().tryGet(target, path, deadlineNanos));
    }

    private RecordedExchange inRoom(Supplier<RecordedExchange> trial) {
        if (!room.tryAcquire()) {
            throw Failure.of(
                    ErrorCode.OVERLOADED,
                    "This node tries %d servers at once, and as many are under way; try again shortly."
                            .formatted(maxAtOnce));
        }
        try {
            return trial.get();
        } finally {
            room.release();
        }
    }
}
