package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Availability;
import io.hansa.proxy.routing.Condition;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.Hold;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;

/**
 * A business server as a destination: sends, reads the reply, and finds out whether it asks for
 * help.
 */
final class ServerDestination implements Destination {
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final String proxy;
    private final String name;
    private final BusinessServer server;
    private final Priority highestPriority;
    private final Workload workload;
    private final Exchanges exchanges;
    private final ServerRequests requests;
    private final ServerAnswers answers;
    private final OperatingOverride override;

    /**
     * @param mostImportant of its capabilities
     */
    ServerDestination(
            String proxy,
            BusinessServer server,
            Priority highestPriority,
            Workload workload,
            Exchanges exchanges) {
        this(proxy, server, highestPriority, workload, exchanges, null);
    }

    /**
     * @param override null: the entry holds as it is
     */
    ServerDestination(
            String proxy,
            BusinessServer server,
            Priority highestPriority,
            Workload workload,
            Exchanges exchanges,
            OperatingOverride override) {
        this.proxy = proxy;
        this.name = "server " + server.id();
        this.server = server;
        this.highestPriority = highestPriority;
        this.workload = workload;
        this.exchanges = exchanges;
        this.requests = new ServerRequests(server);
        this.answers = new ServerAnswers(proxy, server);
        this.override = override;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String proxy() {
        return proxy;
    }

    @Override
    public String serverId() {
        return server.id();
    }

    @Override
    public Condition condition() {
        return new Condition(
                workload.load(server.target().maxConcurrent()), server.loadThreshold(), null);
    }

    @Override
    public Hold hold() {
        return override != null && override.excludes(System.currentTimeMillis())
                ? new Hold(override.told(), override.until())
                : null;
    }

    @Override
    public boolean takesWork() {
        return availability(highestPriority, 1) == Availability.AVAILABLE;
    }

    @Override
    public Availability availability(Priority priority, double room) {
        if (override != null && override.excludes(System.currentTimeMillis())) {
            return Availability.OUT_OF_USE;
        }
        double load = workload.load(server.target().maxConcurrent());
        double share = priority.compareTo(highestPriority) > 0 ? room : 1;
        if (load < server.loadThreshold() * share) {
            return Availability.AVAILABLE;
        }
        return load < server.loadThreshold() ? Availability.RESERVED : Availability.FULL;
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public double share() {
        return override == null
                ? server.weight()
                : server.weight() * override.share(System.currentTimeMillis());
    }

    @Override
    public long longestMillis() {
        return server.timeoutMillis();
    }

    @Override
    public FailureAttribution blame(Failure failure) {
        if (isOf(ExchangeException.Kind.ABANDONED, failure)) {
            return FailureAttribution.ABANDONED;
        }
        return switch (failure.code()) {
            case SERVER_UNREACHABLE ->
                    isOf(ExchangeException.Kind.QUARANTINED, failure)
                            ? FailureAttribution.NOT_ASKED
                            : FailureAttribution.BROKEN;
            case SERVER_PROTOCOL_ERROR ->
                    failure.effect() == Effect.NONE
                            ? FailureAttribution.NOT_ASKED
                            : FailureAttribution.BROKEN;
            case DEADLINE_EXCEEDED -> FailureAttribution.LATE;
            case SERVER_FAULT -> ofStatus(failure.extensions().get("serverStatus"));
            case NOT_FOUND, REQUEST_INVALID -> FailureAttribution.UNSUITABLE;
            default -> FailureAttribution.NOT_ASKED;
        };
    }

    private static boolean isOf(ExchangeException.Kind kind, Failure failure) {
        return failure.getCause() instanceof ExchangeException failed && failed.kind() == kind;
    }

    /**
     * A fault of its own is a status of 500 and above; below, it says that the request is wrong.
     * SOAP has 500 for that, too. (SOAP 1.1, section 6.2) 429 and 503 say that there is too much to
     * do. (RFC 9110, section 15.6.4)
     */
    private FailureAttribution ofStatus(Object status) {
        if (status instanceof Integer code && (code == TOO_MANY_REQUESTS || code == UNAVAILABLE)) {
            return FailureAttribution.BUSY;
        }
        int min = server.target().soap() == null ? SERVER_ERROR : SERVER_ERROR + 1;
        return status instanceof Integer code && code >= min
                ? FailureAttribution.FAULTY
                : FailureAttribution.ANSWERED;
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest errand) {
        long now = System.nanoTime();
        long serverDeadline = now + server.timeoutMillis() * 1_000_000L;
        ServerRequest request =
                requests.of(
                        errand,
                        serverDeadline - errand.deadlineNanos() < 0
                                ? serverDeadline
                                : errand.deadlineNanos());
        workload.begin();
        PendingReply<ServerReply, ExchangeException> exchange;
        try {
            exchange = exchanges.begin(server.target(), request);
        } catch (ExchangeException failed) {
            workload.end(System.nanoTime() - now);
            throw ExchangeFailureText.failure(server.id(), failed);
        } catch (RuntimeException | Error defect) {
            workload.end(System.nanoTime() - now);
            throw defect;
        }
        exchange.onEnd((reply, failure) -> workload.end(System.nanoTime() - now));
        return new PendingAnswer(exchange, errand, request.deadlineNanos());
    }

    /** The answer that the server's reply is read as. */
    private final class PendingAnswer extends PendingReply<Answer, Failure> {
        private final PendingReply<ServerReply, ExchangeException> exchange;
        private final OutboundRequest errand;
        private final long deadlineNanos;

        PendingAnswer(
                PendingReply<ServerReply, ExchangeException> exchange,
                OutboundRequest errand,
                long deadlineNanos) {
            this.exchange = exchange;
            this.errand = errand;
            this.deadlineNanos = deadlineNanos;
        }

        @Override
        protected Answer attempt(long nanos) {
            try {
                ServerReply reply = exchange.await(nanos);
                return reply == null
                        ? null
                        : answers.of(reply, errand.visits().proxies(), deadlineNanos);
            } catch (ExchangeException failed) {
                throw ExchangeFailureText.failure(server.id(), failed);
            }
        }

        @Override
        protected void abandon() {
            exchange.close();
            if (exchange.hasEnded()) {
                endAs(exchange);
            }
        }

        private void endAs(PendingReply<ServerReply, ExchangeException> ended) {
            try {
                end(answers.of(ended.result(), errand.visits().proxies(), deadlineNanos), null);
            } catch (ExchangeException failed) {
                end(null, ExchangeFailureText.failure(server.id(), failed));
            } catch (RuntimeException | Error failure) {
                end(null, failure);
            }
        }
    }
}
