package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Opens channels to one target, trying each of its addresses in turn. */
final class TcpConnector {

    private final ServerTarget target;
    private final TargetAddresses addresses;
    private final Wires wires;
    private final Probing signOn;

    TcpConnector(ServerTarget target, TargetAddresses addresses) {
        this.target = target;
        this.addresses = addresses;
        this.wires = new Wires(target);
        this.signOn = Probing.signOn(target);
    }

    TcpChannel open(Deadline deadline) throws ExchangeException {
        Deadline until = deadline.earlier(Deadline.inMillis(target.connectTimeoutMillis()));
        try {
            return openAny(addresses.now(until), until);
        } catch (IOException e) {
            throw deadline.passed()
                    ? TargetFailures.timeout(target, false, e)
                    : TargetFailures.noConnection(target, e);
        }
    }

    private TcpChannel openAny(InetAddress[] candidates, Deadline until) throws IOException {
        IOException failure = null;
        for (int index = 0; index < candidates.length; index++) {
            long share = until.nanosLeft() / (candidates.length - index);
            try {
                return open(
                        new InetSocketAddress(candidates[index], target.endpoint().getPort()),
                        new Deadline(System.nanoTime() + share));
            } catch (IOException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new IOException("it has no address") : failure;
    }

    private TcpChannel open(InetSocketAddress address, Deadline deadline) throws IOException {
        TcpChannel channel = new TcpChannel(Link.connect(address, wires, deadline));
        try {
            signOn.on(channel, deadline);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
