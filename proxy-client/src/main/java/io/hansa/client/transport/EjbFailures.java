package io.hansa.client.transport;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.client.transport.CallFailure.Origin;
import java.net.ConnectException;
import java.net.URI;
import java.util.stream.Stream;

/** Says what became of a remote call that the proxy did not answer. */
final class EjbFailures {
    private EjbFailures() {}

    static CallFailure of(URI proxy, Exception failure) {
        boolean never = neverSent(failure);
        return CallFailure.of(
                never ? Origin.NO_CONNECTION : Origin.BROKEN,
                ErrorCode.PEER_UNREACHABLE,
                never ? Effect.NONE : Effect.UNKNOWN,
                "the remote call to %s failed (%s)".formatted(proxy, failure.getMessage()),
                failure);
    }

    /**
     * A lookup that failed, or a connection that was refused. WildFly's client tells the latter as
     * suppressed by "No more destinations are available"; a request that it had sent fails with a
     * closed channel and is not tried elsewhere.
     */
    private static boolean neverSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (noConnection(cause)
                    || Stream.of(cause.getSuppressed()).anyMatch(EjbFailures::noConnection)) {
                return true;
            }
        }
        return false;
    }

    private static boolean noConnection(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof NoBeanException;
    }
}
