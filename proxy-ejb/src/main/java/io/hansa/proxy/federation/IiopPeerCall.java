package io.hansa.proxy.federation;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Over IIOP to the peer's remote view, at the address that the peer tells with its capability
 * information (R4). An ORB keeps no deadline, so each call has a thread that may be left behind;
 * their number is bounded for each peer.
 */
final class IiopPeerCall implements PeerCall {
    private static final int CONCURRENT = 64;

    private record Line(RemoteView view, Semaphore free) {}

    private final PeerTokens tokens;
    private final ExecutorService executor;
    private final int maxReplyBytes;
    private final Function<String, RemoteView> views;
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param executor has a thread for everything that is submitted
     * @param views gives the remote view at an address, host:port
     */
    IiopPeerCall(
            PeerTokens tokens,
            ExecutorService executor,
            int maxReplyBytes,
            Function<String, RemoteView> views) {
        this.tokens = tokens;
        this.executor = executor;
        this.maxReplyBytes = maxReplyBytes;
        this.views = views;
    }

    @Override
    public void keep(Collection<PeerView> views) {
        lines.keySet()
                .retainAll(
                        views.stream()
                                .map(view -> view.status() == null ? null : view.status().iiop())
                                .collect(Collectors.toSet()));
    }

    @Override
    public Answer carry(PeerView view, OutboundRequest outbound, Cancellation cancellation) {
        String peer = view.peer().id();
        String address = view.status().iiop();
        if (address == null || !address.matches("[A-Za-z0-9._-]{1,253}:[0-9]{1,5}")) {
            throw unreachable(
                    Effect.NONE,
                    "Peer %s tells no address for IIOP; set hansa.iiop.advertised there, or transport REST here."
                            .formatted(peer),
                    null);
        }
        Line line = line(address);
        if (!line.free().tryAcquire()) {
            throw Failure.of(
                    ErrorCode.OVERLOADED,
                    Effect.NONE,
                    "As many requests are under way to peer %s as this node allows."
                            .formatted(peer),
                    new RejectedExecutionException("64 are under way"));
        }
        IiopExchange order =
                new IiopExchange(line.view(), request(outbound, view.peer()), line.free()::release);
        Future<BusinessReply> reply = submit(order);
        cancellation.onCancel(() -> reply.cancel(false));
        return answer(peer, await(peer, order, reply, outbound), outbound);
    }

    private Line line(String address) {
        try {
            return lines.computeIfAbsent(
                    address, to -> new Line(views.apply(to), new Semaphore(CONCURRENT)));
        } catch (LinkageError noOrb) {
            throw noOrb();
        }
    }

    private BusinessRequest request(OutboundRequest outbound, Peer peer) {
        return BusinessRequest.to(outbound.capability())
                .authorization("Bearer " + tokens.token(outbound, peer))
                .data(outbound.contentType(), outbound.data())
                .timeoutMillis(PeerCall.timeoutMillis(outbound))
                .traceparent(outbound.trace().traceparent())
                .build()
                .withContext(context(outbound, peer));
    }

    private Map<String, String> context(OutboundRequest outbound, Peer peer) {
        Map<String, String> context = PeerHeads.request(outbound, tokens.foreign(peer));
        if (!outbound.head().suffix().isEmpty()) {
            context.put("Hansa-Forward", outbound.head().suffix().toString());
        }
        return context;
    }

    private Future<BusinessReply> submit(IiopExchange order) {
        try {
            return executor.submit(order);
        } catch (RejectedExecutionException stopping) {
            order.abandon();
            throw Failure.of(
                    ErrorCode.DRAINING,
                    Effect.NONE,
                    "This node is stopping; use another.",
                    stopping);
        }
    }

    private static BusinessReply await(
            String peer,
            IiopExchange order,
            Future<BusinessReply> reply,
            OutboundRequest outbound) {
        try {
            return reply.get(outbound.remainingMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            Effect effect = order.abandon();
            throw Failure.of(
                    ErrorCode.DEADLINE_EXCEEDED,
                    effect,
                    "Peer %s did not answer in time.".formatted(peer),
                    late);
        } catch (CancellationException callerLeft) {
            throw Failure.of(
                    ErrorCode.DEADLINE_EXCEEDED,
                    order.abandon(),
                    "Peer %s had not answered when its caller left; allow more time."
                            .formatted(peer),
                    callerLeft);
        } catch (InterruptedException stopping) {
            Effect effect = order.abandon();
            Thread.currentThread().interrupt();
            throw Failure.of(
                    ErrorCode.DRAINING, effect, "This node is stopping; use another.", stopping);
        } catch (ExecutionException failed) {
            throw failure(peer, order, failed.getCause());
        }
    }

    private static RuntimeException failure(String peer, IiopExchange order, Throwable cause) {
        if (cause instanceof BusinessException told) {
            Failure failure = PeerProblem.failure(peer, told);
            return ErrorCode.AUTHENTICATION_FAILED.code().equals(told.code())
                    ? TokenRefusedException.orElse(failure)
                    : failure;
        }
        if (cause instanceof LinkageError || order.withoutOrb()) {
            return noOrb();
        }
        return unreachable(
                order.effectOf(cause),
                "Peer %s cannot be reached over IIOP, or broke the connection: %s."
                        .formatted(peer, cause.getClass().getSimpleName()),
                cause);
    }

    /** Deserialization runs no constructor: the reply may lack what every reply has. */
    private Answer answer(String peer, BusinessReply reply, OutboundRequest outbound) {
        if (reply.data() == null || reply.data().length > maxReplyBytes) {
            throw unreachable(
                    Effect.UNKNOWN,
                    "The reply of peer %s is empty or too long.".formatted(peer),
                    null);
        }
        return new PeerReply(
                        reply.data(),
                        reply.contentType(),
                        reply.server(),
                        path(reply),
                        () -> PeerHeads.overRemote(reply.context()))
                .answer(peer, outbound);
    }

    /** Neither the array nor its elements are sure to be there. */
    private static List<String> path(BusinessReply reply) {
        try {
            return reply.path();
        } catch (NullPointerException absent) {
            return List.of();
        }
    }

    private static Failure noOrb() {
        return unreachable(
                Effect.NONE,
                "This node's server has no ORB; set transport REST for the peer, or use another server.",
                null);
    }

    private static Failure unreachable(Effect effect, String detail, Throwable cause) {
        return Failure.of(ErrorCode.PEER_UNREACHABLE, effect, detail, cause);
    }
}
