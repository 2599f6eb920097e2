package io.hansa.connector.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Message endpoints (Jakarta Connectors 2.1, chapter 13), with the test as the container. */
@Timeout(30)
class ActivationTest {

    private final ConnectorAdapter adapter = new ConnectorAdapter();
    private final Endpoints endpoints = new Endpoints();
    private final InboundSpec spec = new InboundSpec();

    @BeforeEach
    void start() throws Exception {
        adapter.start(null);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            spec.setPort(free.getLocalPort());
        }
        spec.setFraming("delimiter 0A");
    }

    @AfterEach
    void stop() {
        adapter.stop();
    }

    @Test
    void callsReachAnEndpointWhichIsReleasedAfterwards() throws Exception {
        adapter.endpointActivation(endpoints, spec);
        try (Socket socket = connect()) {
            socket.getOutputStream().write("hello\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(7), UTF_8))
                    .isEqualTo("hello!\n");
        }
        assertThat(endpoints.created).hasValue(1);
        assertThat(endpoints.released).hasValue(1);

        adapter.endpointDeactivation(endpoints, spec);

        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken =
                new ServerSocket(spec.getPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> adapter.endpointActivation(endpoints, spec))
                    .hasMessageContaining("Port " + spec.getPort());
        }
    }

    @Test
    void impossibleActivationIsRefusedWithTheRemedy() {
        spec.setFraming("lines");
        assertThatThrownBy(spec::validate)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("write it like");
        InboundSpec bare = new InboundSpec();
        assertThatThrownBy(bare::validate).hasMessageContaining("needs the property port");
        assertThatThrownBy(() -> adapter.endpointActivation(endpoints, null))
                .isInstanceOf(NotSupportedException.class);
    }

    private Socket connect() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), spec.getPort());
    }

    private static final class Endpoints implements MessageEndpointFactory {

        private final AtomicInteger created = new AtomicInteger();
        private final AtomicInteger released = new AtomicInteger();

        @Override
        public MessageEndpoint createEndpoint(XAResource resource) {
            created.incrementAndGet();
            return new Endpoint(released);
        }

        @Override
        public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
            return createEndpoint(resource);
        }

        @Override
        public boolean isDeliveryTransacted(Method method) {
            return false;
        }

        @Override
        public String getActivationName() {
            return "test";
        }

        @Override
        public Class<?> getEndpointClass() {
            return Endpoint.class;
        }
    }

    private record Endpoint(AtomicInteger released) implements MessageEndpoint, ServerCallListener {

        @Override
        public byte[] answer(ServerCall call) {
            return (new String(call.payload(), UTF_8) + "!").getBytes(UTF_8);
        }

        @Override
        public void beforeDelivery(Method method) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void afterDelivery() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {
            released.incrementAndGet();
        }
    }
}
