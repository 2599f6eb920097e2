package io.hansa.proxy.registration;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.override.OverrideInForce;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Availability;
import io.hansa.proxy.routing.Condition;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.Hold;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;
import java.util.List;

/**
 * A business server as a destination: sends, reads the reply, and finds out whether it asks for
 * help.
 */
final class ServerDestination implements Destination {
    private final String proxy;
    private final String name;
    private final BusinessServer server;
    private final Priority highestPriority;
    private final Workload workload;
    private final Exchanges exchanges;
    private final ServerRequests requests;
    private final ServerAnswers answers;
    private final ServerFailures failures;
    private final OverrideInForce override;

    /**
     * @param highestPriority of its capabilities
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
            OverrideInForce override) {
        this.proxy = proxy;
        this.name = "server " + server.id();
        this.server = server;
        this.highestPriority = highestPriority;
        this.workload = workload;
        this.exchanges = exchanges;
        this.requests = new ServerRequests(server);
        this.answers = new ServerAnswers(proxy, server);
        this.failures = new ServerFailures(server);
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
        return override == null ? null : override.hold();
    }

    @Override
    public boolean takesWork() {
        return availability(highestPriority, 1) == Availability.AVAILABLE;
    }

    @Override
    public Availability availability(Priority priority, double room) {
        if (override != null && override.excludes()) {
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
        return override == null ? server.weight() : server.weight() * override.share();
    }

    @Override
    public long longestMillis() {
        return server.timeoutMillis();
    }

    @Override
    public FailureAttribution attribution(Failure failure) {
        return failures.attribution(failure);
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        long now = System.nanoTime();
        long serverDeadline = now + server.timeoutMillis() * 1_000_000L;
        ServerRequest request =
                requests.of(
                        outbound,
                        serverDeadline - outbound.deadlineNanos() < 0
                                ? serverDeadline
                                : outbound.deadlineNanos());
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
        return new PendingAnswer(exchange, outbound.visits().proxies(), request.deadlineNanos());
    }

    /** The answer that the server's reply is read as. */
    private final class PendingAnswer extends PendingReply<Answer, Failure> {
        private final PendingReply<ServerReply, ExchangeException> exchange;
        private final List<String> path;
        private final long deadlineNanos;

        PendingAnswer(
                PendingReply<ServerReply, ExchangeException> exchange,
                List<String> path,
                long deadlineNanos) {
            this.exchange = exchange;
            this.path = path;
            this.deadlineNanos = deadlineNanos;
        }

        @Override
        protected Answer attempt(long nanos) {
            try {
                ServerReply reply = exchange.await(nanos);
                return reply == null ? null : answers.of(reply, path, deadlineNanos);
            } catch (ExchangeException failed) {
                throw ExchangeFailureText.failure(server.id(), failed);
            }
        }

        @Override
        protected void abandon() {
            exchange.close();
            if (exchange.hasEnded()) {
                endAsExchange();
            }
        }

        private void endAsExchange() {
            try {
                end(answers.of(exchange.result(), path, deadlineNanos), null);
            } catch (ExchangeException failed) {
                end(null, ExchangeFailureText.failure(server.id(), failed));
            } catch (RuntimeException | Error failure) {
                end(null, failure);
            }
        }
    }
}
