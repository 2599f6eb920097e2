package io.hansa.connector.adapter;

import static jakarta.resource.spi.ConnectionEvent.CONNECTION_CLOSED;
import static jakarta.resource.spi.ConnectionEvent.CONNECTION_ERROR_OCCURRED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the container may expect of the adapter (Jakarta Connectors 2.1, chapters 5 to 7). */
@Timeout(30)
class ServerManagedConnectionTest {

    private final ConnectorAdapter adapter = new ConnectorAdapter();
    private final ServerManagedConnectionFactory factory = new ServerManagedConnectionFactory();
    private final Events events = new Events();
    private ServerManagedConnection connection;

    @BeforeEach
    void start() throws Exception {
        adapter.start(null);
        factory.setResourceAdapter(adapter);
        connection = (ServerManagedConnection) factory.createManagedConnection(null, null);
        connection.addConnectionEventListener(events);
    }

    @AfterEach
    void stop() {
        adapter.stop();
    }

    @Test
    void closingAHandleTellsTheContainerOnce() throws Exception {
        ServerConnection handle = handle();
        handle.close();
        handle.close();
        assertThat(events.ids).containsExactly(CONNECTION_CLOSED);
        assertThat(matched()).isSameAs(connection);
    }

    @Test
    void exchangeLeavesTheConnectionUsable() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo());
                ServerConnection handle = handle()) {
            assertThat(handle.exchange(target(server.endpoint()), request("hello")).payload())
                    .isEqualTo("hello".getBytes(UTF_8));
        }
        assertThat(events.ids).containsExactly(CONNECTION_CLOSED);
    }

    @Test
    void brokenExchangeIsConnectionError() throws Exception {
        URI refusing = FakeServer.refusing();
        try (ServerConnection handle = handle()) {
            for (int turn = 0; turn < 2; turn++) {
                assertThatThrownBy(() -> handle.exchange(target(refusing), request("x")))
                        .isInstanceOf(ExchangeException.class);
            }
        }
        assertThat(events.ids).containsExactly(CONNECTION_ERROR_OCCURRED);
        assertThat(matched()).isNull();
    }

    @Test
    void refusedRequestIsNoConnectionError() throws Exception {
        try (ServerConnection handle = handle()) {
            assertThatThrownBy(
                            () -> handle.exchange(target(FakeServer.refusing()), request("a\nb")))
                    .isInstanceOf(ExchangeException.class);
        }
        assertThat(events.ids).containsExactly(CONNECTION_CLOSED);
        assertThat(matched()).isSameAs(connection);
    }

    @Test
    void cleanupInvalidatesHandles() throws Exception {
        ServerConnection handle = handle();
        connection.cleanup();
        assertThatThrownBy(() -> handle.exchange(target(FakeServer.refusing()), request("x")))
                .isInstanceOf(IllegalStateException.class);
        handle.close();
        assertThat(events.ids).isEmpty();
    }

    @Test
    void aHandleMovesToAnotherConnection() throws Exception {
        ServerConnection handle = handle();
        ServerManagedConnection other =
                (ServerManagedConnection) factory.createManagedConnection(null, null);
        Events others = new Events();
        other.addConnectionEventListener(others);

        other.associateConnection(handle);
        handle.close();

        assertThat(events.ids).isEmpty();
        assertThat(others.ids).containsExactly(CONNECTION_CLOSED);
    }

    @Test
    void thereAreNoTransactions() {
        assertThatThrownBy(connection::getXAResource).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(connection::getLocalTransaction)
                .isInstanceOf(NotSupportedException.class);
    }

    @Test
    void aFactoryWithoutContainerWorksToo() throws Exception {
        ServerConnectionFactory unpooled =
                (ServerConnectionFactory) factory.createConnectionFactory();
        try (FakeServer server = FakeServer.with(Manners.echo());
                ServerConnection handle = unpooled.getConnection()) {
            assertThat(handle.exchange(target(server.endpoint()), request("hello")).payload())
                    .isEqualTo("hello".getBytes(UTF_8));
        }
    }

    @Test
    void aSettingThatCannotBeStopsTheStart() {
        ConnectorAdapter wrong = new ConnectorAdapter();
        wrong.setIdleMillis(0L);
        assertThatThrownBy(() -> wrong.start(null))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("idleMillis is 0; give 1 or more");
    }

    @Test
    void aFactoryWithoutAdapterSaysSo() {
        assertThatThrownBy(
                        () ->
                                new ServerManagedConnectionFactory()
                                        .createManagedConnection(null, null))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("deploy the RAR");
    }

    private ServerConnection handle() {
        return (ServerConnection) connection.getConnection(null, null);
    }

    private Object matched() {
        return factory.matchManagedConnections(Set.of(connection), null, null);
    }

    private static ServerTarget target(URI endpoint) {
        return new ServerTarget(
                "fake", endpoint, new Delimiter(new byte[] {'\n'}), null, 4, 1000, 1000, null);
    }

    private static ServerRequest request(String line) {
        return new ServerRequest(
                line.getBytes(UTF_8), null, Map.of(), Deadline.inMillis(10_000).nanos());
    }
}
