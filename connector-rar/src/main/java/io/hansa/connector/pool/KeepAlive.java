package io.hansa.connector.pool;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;

/**
 * TCP keep-alive probes. They find a connection that was dropped without a reset within a minute.
 * They also give a firewall traffic before it forgets the connection. The system's own interval,
 * two hours on Linux, is of no use for that.
 */
public final class KeepAlive {

    private static final Map<String, Integer> INTERVALS =
            Map.of("TCP_KEEPIDLE", 30, "TCP_KEEPINTERVAL", 10, "TCP_KEEPCOUNT", 3);

    private KeepAlive() {}

    public static void on(SocketChannel socket) throws IOException {
        on(socket.supportedOptions(), socket::setOption);
    }

    public static void on(Socket socket) throws IOException {
        on(socket.supportedOptions(), socket::setOption);
    }

    private interface Setter {
        <T> Object set(SocketOption<T> option, T value) throws IOException;
    }

    /**
     * The intervals are options of the module {@code jdk.net}. They are looked up by name, because
     * an application server need not show that module's classes, nor each system have the options.
     */
    @SuppressWarnings("unchecked")
    private static void on(Set<SocketOption<?>> options, Setter socket) throws IOException {
        socket.set(StandardSocketOptions.SO_KEEPALIVE, true);
        for (SocketOption<?> option : options) {
            Integer seconds = INTERVALS.get(option.name());
            if (seconds != null && option.type() == Integer.class) {
                socket.set((SocketOption<Integer>) option, seconds);
            }
        }
    }
}
