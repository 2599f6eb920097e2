package io.hansa.proxy.federation;

import io.hansa.api.Effect;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.token.TokenFault;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Sends again, with another token, what a peer refused for its token and nothing else: the peer
 * fetches the key of a node that has just started in the background, and would take the same
 * request a moment later. A peer that does not get the key is not waited for by every request.
 */
final class RenewingCall implements PeerCall {
    private static final int MAX_TRIES = 10;
    private static final long FIRST_PAUSE_MILLIS = 25;
    private static final long MAX_PAUSE_MILLIS = 500;
    private static final long GIVEN_UP_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PeerCall call;
    private final PeerTokens tokens;

    /** {@link System#nanoTime()} of when a request waited in vain for a peer to get the key. */
    private final ConcurrentHashMap<String, Long> givenUp = new ConcurrentHashMap<>();

    RenewingCall(PeerCall call, PeerTokens tokens) {
        this.call = call;
        this.tokens = tokens;
    }

    @Override
    public Answer carry(PeerView view, OutboundRequest outbound, Cancellation cancellation) {
        long pause = FIRST_PAUSE_MILLIS;
        for (int tries = 1; ; tries++) {
            try {
                return call.carry(view, outbound, cancellation);
            } catch (TokenRefusedException refused) {
                if (!renewed(view.peer(), outbound, refused, tries)) {
                    pause(pause, outbound, refused.failure(), cancellation);
                    pause = Math.min(MAX_PAUSE_MILLIS, pause * 2);
                }
            }
        }
    }

    /**
     * @return whether the request may be sent again at once
     */
    private boolean renewed(
            Peer peer, OutboundRequest outbound, TokenRefusedException refused, int tries) {
        Failure failure = refused.failure();
        if (failure.effect() != Effect.NONE || tries == MAX_TRIES || !goesOn(peer, refused)) {
            throw failure;
        }
        if (refused.fault() == TokenFault.USED) {
            tokens.servesOnce(outbound.capability(), peer);
            return true;
        }
        if (refused.fault() == TokenFault.OUTDATED) {
            tokens.forget(peer);
        }
        if (tries == MAX_TRIES - 1) {
            givenUp.put(peer.id(), System.nanoTime());
        }
        return false;
    }

    private boolean goesOn(Peer peer, TokenRefusedException refused) {
        Long since = givenUp.get(peer.id());
        return refused.fault() == TokenFault.USED
                || since == null
                || System.nanoTime() - since > GIVEN_UP_NANOS;
    }

    private static void pause(
            long millis, OutboundRequest outbound, Failure failure, Cancellation cancellation) {
        try {
            if (millis >= outbound.remainingMillis() || cancellation.pause(millis)) {
                throw failure;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    @Override
    public void keep(Collection<PeerView> views) {
        givenUp.keySet()
                .retainAll(
                        views.stream().map(view -> view.peer().id()).collect(Collectors.toSet()));
        call.keep(views);
    }
}
