package io.hansa.proxy.federation;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.proxy.document.HeaderText;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a peer tells of its reply besides the data, checked before it is passed on in headers. An
 * invalid value is the peer's fault, not that of the server behind it.
 */
record PeerReply(
        byte[] data,
        String contentType,
        String server,
        List<String> path,
        Supplier<ReplyHead> head) {
    private static final int MAX_SERVER = 210;
    private static final int MAX_STOPS = 64;

    /**
     * @throws Failure PEER_UNREACHABLE, for which the peer is blamed
     */
    Answer answer(String peer, OutboundRequest outbound) {
        if (contentType != null && !HeaderText.isContentType(contentType)) {
            throw broken(peer, "content type");
        }
        if (server != null && !HeaderText.isPrintable(server, MAX_SERVER)) {
            throw broken(peer, "Hansa-Server");
        }
        return new Answer(
                data,
                contentType,
                server == null ? peer : server,
                pathIsOne() ? path : outbound.visits().and(peer, outbound.capability()).proxies(),
                null,
                head(peer));
    }

    private ReplyHead head(String peer) {
        try {
            return head.get();
        } catch (IllegalArgumentException refused) {
            throw broken(peer, "head (" + refused.getMessage() + ")");
        }
    }

    private boolean pathIsOne() {
        return !path.isEmpty() && path.size() <= MAX_STOPS && path.stream().allMatch(Name::isOne);
    }

    private static Failure broken(String peer, String what) {
        return Failure.of(
                ErrorCode.PEER_UNREACHABLE,
                Effect.UNKNOWN,
                "The reply of peer %s has a %s that is too long or holds control characters."
                        .formatted(peer, what),
                new ExchangeException(
                        ExchangeException.Kind.PROTOCOL_ERROR, true, "its " + what + " is none"));
    }
}
