package io.hansa.connector.pool;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import javax.net.ssl.SSLException;

/**
 * Why a target cannot be reached, without its address. Messages of sockets and of the HTTP client
 * name addresses, which callers are not told.
 */
final class UnreachableReason {
    private UnreachableReason() {}

    static String of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String reason = reason(at);
            if (reason != null) {
                return reason;
            }
        }
        return "the connection broke; look into its log";
    }

    private static String reason(Throwable failure) {
        if (failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException) {
            return "its host name is not known; correct its endpoint";
        }
        if (failure instanceof UnsupportedAddressTypeException) {
            return "the proxy's JVM has no IPv6; start it with -Djava.net.preferIPv4Stack=false";
        }
        if (failure instanceof SSLException) {
            return "TLS was not agreed on; check its certificate and the proxy's key profile";
        }
        if (failure instanceof SocketTimeoutException) {
            return "it did not accept the connection in time; check that it runs, or raise"
                    + " connectTimeoutMillis";
        }
        if (failure instanceof NoRouteToHostException) {
            return "there is no route to it; check the network and its endpoint";
        }
        if (failure instanceof ConnectException) {
            return "nothing listens at its address; start it or correct its endpoint";
        }
        return null;
    }
}
