package io.hansa.proxy.federation;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Over HTTP, or over mutual TLS, through the connector. */
final class RestPeerCall implements PeerCall {
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_PATH_CHARACTERS = 8192;
    private static final int CONCURRENT = 256;
    private static final int CONNECT_MILLIS = 1000;

    private final PeerLines lines;
    private final PeerTokens tokens;
    private final Exchanges exchanges;
    private final int maxReplyBytes;
    private final ConcurrentHashMap<Peer, ServerTarget> targets = new ConcurrentHashMap<>();

    RestPeerCall(PeerLines lines, PeerTokens tokens, Exchanges exchanges, int maxReplyBytes) {
        this.lines = lines;
        this.tokens = tokens;
        this.exchanges = exchanges;
        this.maxReplyBytes = maxReplyBytes;
    }

    @Override
    public void keep(Collection<PeerView> views) {
        targets.keySet().retainAll(views.stream().map(PeerView::peer).collect(Collectors.toSet()));
    }

    @Override
    public Answer carry(PeerView view, OutboundRequest outbound, Cancellation cancellation) {
        String peer = view.peer().id();
        ServerRequest request =
                new ServerRequest(
                        outbound.data(),
                        outbound.contentType(),
                        headers(view.peer(), outbound),
                        "/api/v1/services/" + outbound.capability() + outbound.head().suffix(),
                        !outbound.once(),
                        outbound.deadlineNanos());
        try {
            PendingReply<ServerReply, ExchangeException> exchange =
                    exchanges.begin(targets.computeIfAbsent(view.peer(), this::target), request);
            cancellation.onCancel(exchange::close);
            ServerReply reply = exchange.await(PendingReply.TO_THE_END);
            if (!ReplyHead.isResult(reply.status())) {
                Failure told = PeerProblem.failure(peer, reply);
                throw reply.status() == UNAUTHORIZED ? TokenRefusedException.orElse(told) : told;
            }
            return new PeerReply(
                            reply.payload(),
                            reply.contentType(),
                            reply.headers().get("hansa-server"),
                            path(reply.headers().get("hansa-path")),
                            () -> PeerHeads.overRest(reply.status(), reply.headers()))
                    .answer(peer, outbound);
        } catch (ExchangeException failed) {
            throw failure(failed, peer);
        }
    }

    private Map<String, String> headers(Peer peer, OutboundRequest outbound) {
        Map<String, String> headers = PeerHeads.request(outbound, tokens.foreign(peer));
        headers.put("Authorization", "Bearer " + tokens.token(outbound, peer));
        headers.put("Hansa-Timeout-Ms", Long.toString(PeerCall.timeoutMillis(outbound)));
        headers.put("traceparent", outbound.trace().traceparent());
        return headers;
    }

    private ServerTarget target(Peer peer) {
        return new ServerTarget(
                "peer:" + peer.id(),
                peer.url(),
                null,
                null,
                CONCURRENT,
                CONNECT_MILLIS,
                maxReplyBytes,
                lines.context(peer));
    }

    private static List<String> path(String path) {
        if (path == null || path.length() > MOST_PATH_CHARACTERS) {
            return List.of();
        }
        return Arrays.stream(path.split(",")).map(String::strip).toList();
    }

    private static Failure failure(ExchangeException failed, String peer) {
        ErrorCode code =
                switch (failed.kind()) {
                    case UNREACHABLE, PROTOCOL_ERROR, UNMAPPABLE, QUARANTINED ->
                            ErrorCode.PEER_UNREACHABLE;
                    case TIMEOUT, ABANDONED -> ErrorCode.DEADLINE_EXCEEDED;
                    case OVERLOADED -> ErrorCode.OVERLOADED;
                    case REQUEST_TOO_LARGE -> ErrorCode.BODY_TOO_LARGE;
                };
        String another = failed.sent() ? null : NotThatPeerException.sentence(failed);
        return Failure.of(
                code,
                failed.sent() ? Effect.UNKNOWN : Effect.NONE,
                another == null ? detail(failed).formatted(peer) : another,
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
            case ABANDONED -> "Peer %s had not answered when its caller left; allow more time.";
            case OVERLOADED -> "As many requests are under way to peer %s as this node allows.";
            case REQUEST_TOO_LARGE -> "The business data is too long for peer %s.";
        };
    }
}
