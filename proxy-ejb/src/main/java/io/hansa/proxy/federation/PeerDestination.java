package io.hansa.proxy.federation;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Errand;
import io.hansa.proxy.routing.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A peer as the destination of one capability: the request goes out in the account's name and this proxy's. */
final class PeerDestination implements Destination {
    private static final int OK = 200;
    private static final int MOST_PATH_CHARACTERS = 8192;

    private final PeerView view;
    private final String capability;
    private final ServerTarget target;
    private final Workload workload;
    private final PeerTokens tokens;
    private final Exchanges exchanges;

    PeerDestination(
            PeerView view,
            String capability,
            ServerTarget target,
            Workload workload,
            PeerTokens tokens,
            Exchanges exchanges) {
        this.view = view;
        this.capability = capability;
        this.target = target;
        this.workload = workload;
        this.tokens = tokens;
        this.exchanges = exchanges;
    }

    @Override
    public String name() {
        return "peer " + view.peer().id();
    }

    @Override
    public String proxy() {
        return view.peer().id();
    }

    @Override
    public boolean takesWork() {
        return view.takesWork(capability);
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Answer send(Errand errand) {
        String peer = view.peer().id();
        ServerRequest request =
                new ServerRequest(
                        errand.data(),
                        errand.contentType(),
                        Map.of(
                                "Authorization",
                                "Bearer " + tokens.token(errand.caller().account(), peer),
                                "Hansa-Timeout-Ms",
                                Long.toString(Math.max(1, errand.remainingMillis())),
                                "Hansa-Visited",
                                errand.visits().header(),
                                "traceparent",
                                errand.trace().traceparent()),
                        "/api/v1/services/" + errand.capability(),
                        errand.deadlineNanos());
        long began = System.nanoTime();
        workload.begin();
        try {
            ServerReply reply = exchanges.exchange(target, request);
            if (reply.status() != OK) {
                throw PeerProblem.failure(peer, reply);
            }
            return new Answer(
                    reply.payload(),
                    reply.contentType(),
                    reply.headers().getOrDefault("hansa-server", peer),
                    path(reply, errand),
                    null);
        } catch (ExchangeException failed) {
            throw failure(failed);
        } finally {
            workload.end(System.nanoTime() - began);
        }
    }

    private List<String> path(ServerReply reply, Errand errand) {
        String path = reply.headers().get("hansa-path");
        if (path == null || path.length() > MOST_PATH_CHARACTERS) {
            return errand.visits().and(view.peer().id(), capability).proxies();
        }
        return Arrays.stream(path.split(",")).map(String::strip).toList();
    }

    private Failure failure(ExchangeException failed) {
        ErrorCode code =
                switch (failed.kind()) {
                    case UNREACHABLE, PROTOCOL_ERROR, UNMAPPABLE, QUARANTINED ->
                            ErrorCode.PEER_UNREACHABLE;
                    case TIMEOUT -> ErrorCode.DEADLINE_EXCEEDED;
                    case OVERLOADED -> ErrorCode.OVERLOADED;
                    case REQUEST_TOO_LARGE -> ErrorCode.BODY_TOO_LARGE;
                };
        return Failure.of(
                code,
                failed.sent() ? Effect.UNKNOWN : Effect.NONE,
                detail(failed).formatted(view.peer().id()),
                failed);
    }

    private static String detail(ExchangeException failed) {
        return switch (failed.kind()) {
            case UNREACHABLE ->
                    failed.sent()
                            ? "Peer %s broke the connection before its reply was whole."
                            : "Peer %s takes no connection.";
            case PROTOCOL_ERROR, UNMAPPABLE ->
                    "The reply of peer %s is not valid HTTP or too long.";
            case QUARANTINED -> "Peer %s is kept out of use by an operator.";
            case TIMEOUT -> "Peer %s did not answer in time.";
            case OVERLOADED -> "As many requests are under way to peer %s as this node allows.";
            case REQUEST_TOO_LARGE -> "The business data is too long for peer %s.";
        };
    }
}
