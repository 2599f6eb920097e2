package io.hansa.connector.http;

import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Look-ups of the target's name that end with the time for a connection. */
final class BoundedDns implements DnsResolver {

    private final TargetAddresses addresses;
    private final int timeoutMillis;

    BoundedDns(TargetAddresses addresses, int timeoutMillis) {
        this.addresses = addresses;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return addresses.now(Deadline.inMillis(timeoutMillis));
        } catch (IOException e) {
            UnknownHostException unknown = new UnknownHostException(e.getMessage());
            unknown.initCause(e);
            throw unknown;
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
