package io.hansa.connector.pool;

import io.hansa.connector.ServerTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The addresses that the name of one target has now, as far as is known. A channel to another
 * address is outdated: the name has moved, though the old server may live on. For any number of
 * threads.
 */
public final class TargetAddresses {

    private final String host;
    private final Addresses addresses;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Set<InetAddress> known = Set.of();

    public TargetAddresses(ServerTarget target, Addresses addresses) {
        this.host = target.host();
        this.addresses = addresses;
    }

    /** One address or more to connect to. */
    public InetAddress[] now(Deadline deadline) throws IOException {
        InetAddress[] found = addresses.of(host, deadline);
        known = Set.copyOf(Arrays.asList(found));
        return found;
    }

    /**
     * Asks for the addresses again, in the background. Where the name server tells none, those that
     * are known stay valid.
     */
    public void refresh() {
        if (Addresses.literal(host) || !refreshing.compareAndSet(false, true)) {
            return;
        }
        if (!addresses.refresh(host, this::refreshed)) {
            refreshing.set(false);
        }
    }

    /** Whether the name no longer resolves to this address. */
    public boolean outdated(InetAddress address) {
        Set<InetAddress> now = known;
        return !now.isEmpty() && !now.contains(address);
    }

    private void refreshed(InetAddress[] found) {
        if (found != null) {
            known = Set.copyOf(Arrays.asList(found));
        }
        refreshing.set(false);
    }
}
