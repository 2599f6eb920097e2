package io.hansa.client.league;

import io.hansa.client.listener.ClientListener;
import io.hansa.client.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What the list of proxies is made with.
 *
 * @param transports makes the transport to an address
 * @param refresh between two looks at a proxy's capability information
 * @param threads for what may block
 * @param clock in nanoseconds
 */
public record LeagueSettings(
        AddressSource source,
        Function<URI, Transport> transports,
        Duration refresh,
        ClientListener listener,
        Executor threads,
        LongSupplier clock) {
    /** A proxy that does not tell its state in this time is taken for silent. */
    Duration patience() {
        return refresh.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : refresh;
    }
}
