package io.hansa.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hansa.connector.Received;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.pool.ChannelRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;

/**
 * A connection that is stale not only when the server has closed it but also when the server has
 * sent anything unasked: the next caller would get that as its reply. The library's own check costs
 * a millisecond and lets such bytes pass; this one does not wait, for which it needs a socket that
 * belongs to a channel. What else makes it stale for a request, {@link ConnectionWatch} knows.
 */
final class GuardedConnection extends DefaultManagedHttpClientConnection {

    private final LeftoverWatch leftovers;
    private final ConnectionWatch connections;
    private final ChannelRecord history;
    private MeteredSocket socket;
    private boolean used;
    private boolean reused;

    GuardedConnection(Http1Config config, ConnectionWatch connections) {
        this(config, connections, new LeftoverWatch(), new ChannelRecord());
    }

    private GuardedConnection(
            Http1Config config,
            ConnectionWatch connections,
            LeftoverWatch leftovers,
            ChannelRecord history) {
        // Without an encoder the library writes a question mark for characters from 128 to 159.
        super(history.id(), null, ISO_8859_1.newEncoder(), config, null, null, null, leftovers);
        this.leftovers = leftovers;
        this.connections = connections;
        this.history = history;
    }

    ChannelRecord history() {
        return history;
    }

    /** An exchange begins on it. */
    void begin(ServerRequest request) {
        history.begin(request);
        reused = used;
        used = true;
        socket.reset();
    }

    /** Whether the exchange is not its first one, so that it had been idle. */
    boolean reused() {
        return reused;
    }

    /** Whether any byte of the exchange's request may have left. */
    boolean sent() {
        return socket.sent();
    }

    /** What has come of the exchange's reply. */
    Received received() {
        return socket.received().received();
    }

    @Override
    public void bind(Socket plain) throws IOException {
        bind(new MeteredSocket(plain));
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket plain) throws IOException {
        bind(new MeteredSocket(sslSocket, plain));
    }

    private void bind(MeteredSocket metered) throws IOException {
        super.bind(metered);
        socket = metered;
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
                || connections.refuses(history, getRemoteAddress())
                || leftovers.leftover()
                || holder.getSSLSocket() != null && holder.getInputStream().available() > 0
                || closedOrSending(holder.getBaseSocket().getChannel());
    }

    /** Lines of a body, those around its chunks, end with their line feed only. */
    @Override
    protected InputStream createContentInputStream(
            long length, SessionInputBuffer buffer, InputStream stream) {
        return super.createContentInputStream(length, leftovers.input(), stream);
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
