package io.hansa.connector.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * A connection that is stale not only when the server has closed it but also when the server has sent anything unasked:
 * the next caller would get that as its reply. The library's own check costs a millisecond and lets such bytes pass;
 * this one does not wait, for which it needs a socket that belongs to a channel.
 */
final class GuardedConnection extends DefaultManagedHttpClientConnection {

    private final LeftoverWatch watch;

    GuardedConnection(String id, Http1Config config) {
        this(id, config, new LeftoverWatch());
    }

    private GuardedConnection(String id, Http1Config config, LeftoverWatch watch) {
        super(id, null, null, config, null, null, null, watch);
        this.watch = watch;
    }

    @Override
    public boolean isStale() throws IOException {
        SocketHolder holder = getSocketHolder();
        return holder == null
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
