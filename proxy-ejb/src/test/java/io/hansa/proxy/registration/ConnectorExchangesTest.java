package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ConnectionClosedException;
import io.hansa.connector.ConnectionDoctor;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import jakarta.resource.ResourceException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Reference;
import org.junit.jupiter.api.Test;

class ConnectorExchangesTest {
    private static final ServerTarget TARGET = ServerSamples.http("pricing-1").target();
    private static final ServerRequest REQUEST =
            new ServerRequest(new byte[0], null, Map.of(), System.nanoTime());

    @Test
    void aConnectionIsKeptForTheNextExchange() throws ExchangeException {
        Connection connection = new Connection(null);
        Factory factory = new Factory(connection);
        Exchanges exchanges = new ConnectorExchanges(() -> factory);

        exchange(exchanges);
        assertThat(exchange(exchanges).payload()).asString().isEqualTo("ok");

        assertThat(factory.given).hasValue(1);
        assertThat(connection.closed).isFalse();
    }

    @Test
    void connectionClosedByTheContainerIsReplaced() throws ExchangeException {
        Connection connection = new Connection(null);
        Factory factory = new Factory(connection);
        Exchanges exchanges = new ConnectorExchanges(() -> factory);
        exchange(exchanges);
        connection.closed = true;
        factory.next = new Connection(null);

        assertThat(exchange(exchanges).payload()).asString().isEqualTo("ok");
        assertThat(factory.given).hasValue(2);
    }

    @Test
    void twoExchangesAtOnceHaveTwoConnections() throws ExchangeException {
        Factory factory = new Factory(new Connection(null));
        Exchanges exchanges = new ConnectorExchanges(() -> factory);
        PendingReply<ServerReply, ExchangeException> first = exchanges.begin(TARGET, REQUEST);
        factory.next = new Connection(null);

        exchange(exchanges);
        first.await(PendingReply.TO_THE_END);

        assertThat(factory.given).hasValue(2);
    }

    @Test
    void connectionIsReturnedAfterAFailure() {
        ExchangeException failure =
                new ExchangeException(ExchangeException.Kind.TIMEOUT, true, "late");
        Connection connection = new Connection(failure);

        assertThatThrownBy(() -> exchange(exchanges(connection))).isSameAs(failure);
        assertThat(connection.closed).isTrue();
    }

    @Test
    void closedExchangeGivesItsConnectionBack() throws ExchangeException {
        Connection connection = new Connection(null);
        PendingReply<ServerReply, ExchangeException> pending =
                exchanges(connection).begin(TARGET, REQUEST);

        pending.close();

        assertThat(connection.closed).isTrue();
    }

    @Test
    void exhaustedPoolHasEffectNone() {
        assertThatThrownBy(() -> exchange(exchanges(null)))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        failure -> {
                            assertThat(failure.kind()).isEqualTo(ExchangeException.Kind.OVERLOADED);
                            assertThat(failure.sent()).isFalse();
                        })
                .hasMessageContaining("raise the size of its pool");
    }

    private static Exchanges exchanges(Connection connection) {
        return new ConnectorExchanges(() -> new Factory(connection));
    }

    private static ServerReply exchange(Exchanges exchanges) throws ExchangeException {
        return exchanges.begin(TARGET, REQUEST).await(PendingReply.TO_THE_END);
    }

    private static final class Connection implements ServerConnection {
        private final ExchangeException failure;
        private boolean closed;

        Connection(ExchangeException failure) {
            this.failure = failure;
        }

        @Override
        public PendingReply<ServerReply, ExchangeException> begin(
                ServerTarget target, ServerRequest request) throws ExchangeException {
            if (closed) {
                throw new ConnectionClosedException();
            }
            if (failure != null) {
                throw failure;
            }
            return new RecordingExchanges().answers(target.id(), "ok").begin(target, request);
        }

        @Override
        public void warm(ServerTarget target, long deadlineNanos) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConnectionDoctor doctor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Listening listen(ListenerSettings settings, ServerCallListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Without a connection, its pool is exhausted. */
    private static final class Factory implements ServerConnectionFactory {
        private static final long serialVersionUID = 1L;
        private final AtomicInteger given = new AtomicInteger();
        private transient Connection next;

        Factory(Connection next) {
            this.next = next;
        }

        @Override
        public ServerConnection getConnection() throws ResourceException {
            if (next == null) {
                throw new ResourceException("exhausted");
            }
            given.incrementAndGet();
            return next;
        }

        @Override
        public void setReference(Reference reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reference getReference() {
            throw new UnsupportedOperationException();
        }
    }
}
