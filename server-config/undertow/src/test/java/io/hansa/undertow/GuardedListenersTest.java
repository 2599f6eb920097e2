package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.http.NodeState;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedListenersTest {
    private final HttpHandler own = exchange -> {};
    private final OpenListener listener =
            new HttpOpenListener(new DefaultByteBufferPool(false, 1024));

    @BeforeEach
    void open() {
        listener.setRootHandler(own);
    }

    @AfterEach
    void forget() {
        System.clearProperty(NodeState.PROPERTY);
    }

    @Test
    void guardStandsBeforeTheListenersOwnHandler() {
        GuardedListeners.guard(listener);

        assertThat(listener.getRootHandler())
                .isInstanceOfSatisfying(
                        StoppedNodeHandler.class, guard -> assertThat(guard.get()).isSameAs(own));
    }

    @Test
    void listenerOfRunningServerGetsItsHandlerBack() {
        GuardedListeners.guard(listener);

        GuardedListeners.release(listener);

        assertThat(listener.getRootHandler()).isSameAs(own);
    }

    @Test
    void guardOfStoppedNodeStays() {
        GuardedListeners.guard(listener);
        System.setProperty(NodeState.PROPERTY, "stopped");

        GuardedListeners.release(listener);

        assertThat(listener.getRootHandler()).isInstanceOf(StoppedNodeHandler.class);
    }

    @Test
    void nextDeploymentReplacesTheGuardThatStayed() {
        GuardedListeners.guard(listener);

        GuardedListeners.guard(listener);

        assertThat(((StoppedNodeHandler) listener.getRootHandler()).get()).isSameAs(own);
    }
}
