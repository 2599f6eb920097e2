package io.hansa.connector.tcp;

import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.KeepAlive;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;

/** A connected socket, the wire in it, and the means to wait for it. Any thread may close it. */
final class Link implements Closeable {

    private final SocketChannel socket;
    private final Readiness readiness;
    private Wire wire;
    private InetAddress address;

    private Link(SocketChannel socket) throws IOException {
        this.socket = socket;
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        KeepAlive.on(socket);
        this.readiness = new Readiness(socket);
    }

    static Link connect(InetSocketAddress address, Wires wires, Deadline deadline)
            throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            Link link = new Link(socket);
            try {
                link.connectBefore(address, wires, deadline);
                return link;
            } catch (IOException | RuntimeException e) {
                link.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Whom it is connected to. */
    InetAddress address() {
        return address;
    }

    Wire wire() {
        return wire;
    }

    Readiness readiness() {
        return readiness;
    }

    @Override
    public void close() throws IOException {
        // The selector comes second: it frees the descriptor of the socket that is registered with
        // it.
        try (readiness;
                socket) {
            if (wire != null) {
                wire.close();
            }
        }
    }

    private void connectBefore(InetSocketAddress address, Wires wires, Deadline deadline)
            throws IOException {
        this.address = address.getAddress();
        try {
            if (!socket.connect(address)) {
                do {
                    readiness.await(SelectionKey.OP_CONNECT, deadline);
                } while (!socket.finishConnect());
            }
            if (wires.tls()) {
                TlsWire tls = wires.tls(socket);
                wire = tls;
                tls.handshake(readiness, deadline);
            } else {
                wire = wires.plain(socket);
            }
        } catch (DeadlinePassedException e) {
            throw new SocketTimeoutException("no answer from " + address + " in time");
        } catch (UnsupportedAddressTypeException e) {
            // The JVM has no IPv6, as with -Djava.net.preferIPv4Stack=true.
            throw new IOException("the JVM has no IPv6", e);
        }
    }
}
