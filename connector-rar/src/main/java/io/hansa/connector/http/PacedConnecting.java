package io.hansa.connector.http;

import io.hansa.connector.pool.ConnectPermits;
import io.hansa.connector.pool.KeepAlive;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;

/** Connects sockets that belong to channels, few at the same time. */
final class PacedConnecting extends DefaultHttpClientConnectionOperator {

    private final ConnectPermits connectPermits;

    PacedConnecting(
            ConnectPermits connectPermits, DnsResolver names, Lookup<TlsSocketStrategy> tls) {
        super(proxy -> socket(), null, names, tls);
        this.connectPermits = connectPermits;
    }

    private static Socket socket() throws IOException {
        SocketChannel channel = SocketChannel.open();
        KeepAlive.on(channel);
        return channel.socket();
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            NamedEndpoint name,
            Path unixSocket,
            InetSocketAddress local,
            Timeout timeout,
            SocketConfig config,
            Object attachment,
            HttpContext context)
            throws IOException {
        connectPermits.begin(SentMark.deadline(context));
        try {
            super.connect(
                    connection,
                    host,
                    name,
                    unixSocket,
                    local,
                    timeout,
                    config,
                    attachment,
                    context);
        } finally {
            connectPermits.end();
        }
    }
}
