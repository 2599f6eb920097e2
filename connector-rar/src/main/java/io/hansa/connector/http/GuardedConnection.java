package io.hansa.connector.http;

import io.hansa.connector.pool.ChannelRecord;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;

/**
 * A connection that is stale not only when the server has closed it but also when the server has
 * sent anything unasked: the next caller would get that as its reply. The library's own check costs
 * a millisecond and lets such bytes pass; this one does not wait, for which it needs a socket that
 * belongs to a channel.
 */
final class GuardedConnection extends DefaultManagedHttpClientConnection {

    private final LeftoverWatch watch;
    private final ConnectionWatch connections;
    private final ChannelRecord history;

    GuardedConnection(Http1Config config, ConnectionWatch connections) {
        this(config, connections, new LeftoverWatch(), new ChannelRecord());
    }

    private GuardedConnection(
            Http1Config config,
            ConnectionWatch connections,
            LeftoverWatch watch,
            ChannelRecord history) {
        super(history.id(), null, null, config, null, null, null, watch);
        this.watch = watch;
        this.connections = connections;
        this.history = history;
    }

    ChannelRecord history() {
        return history;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        super.bind(socket);
        connections.opened(this);
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        super.bind(sslSocket, socket);
        connections.opened(this);
    }

    @Override
    public void close() throws IOException {
        connections.closed(this);
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        connections.closed(this);
        super.close(mode);
    }

    @Override
    public boolean isStale() throws IOException {
        SocketHolder holder = getSocketHolder();
        return holder == null
                || history.quarantined()
                || watch.leftover()
                || holder.getSSLSocket() != null && holder.getInputStream().available() > 0
                || closedOrSending(holder.getBaseSocket().getChannel());
    }

    private static boolean closedOrSending(SocketChannel socket) throws IOException {
        socket.configureBlocking(false);
        try {
            return socket.read(ByteBuffer.allocate(1)) != 0;
        } finally {
            socket.configureBlocking(true);
        }
    }
}
