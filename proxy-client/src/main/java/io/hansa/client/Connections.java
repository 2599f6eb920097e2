package io.hansa.client;

import io.hansa.api.BusinessProxy;
import io.hansa.client.transport.EjbTransport;
import io.hansa.client.transport.RemotingLookup;
import io.hansa.client.transport.RestSettings;
import io.hansa.client.transport.RestTransport;
import io.hansa.client.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Makes the transport to an address, by its scheme. */
final class Connections {
    SSLContext tls;
    String user;
    String password;
    Function<URI, BusinessProxy> lookup;
    Duration connectTimeout = Duration.ofSeconds(1);
    int maxReplyBytes = 64 << 20;
    ExecutorService threads;

    Transport to(URI address) {
        boolean remoting = RemotingLookup.serves(address);
        RestTransport rest =
                new RestTransport(
                        remoting ? RemotingLookup.http(address) : address,
                        new RestSettings(connectTimeout, tls, maxReplyBytes, threads));
        if (lookup != null) {
            return new EjbTransport(address, lookup, null, threads);
        }
        return remoting
                ? new EjbTransport(address, new RemotingLookup(user, password), rest, threads)
                : rest;
    }
}
