package io.hansa.connector.http;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.Received;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/** Tells what an exception of the library means for one exchange. */
final class HttpFailures {

    private final ServerTarget target;
    private final Deadline deadline;
    private final BooleanSupplier abandoned;

    /**
     * @param abandoned whether this node closed the connection because the reply was not wanted
     */
    HttpFailures(ServerTarget target, Deadline deadline, BooleanSupplier abandoned) {
        this.abandoned = abandoned;
        this.target = target;
        this.deadline = deadline;
    }

    /**
     * @param connection of the exchange; null where there was none yet
     */
    ExchangeException of(IOException failure, GuardedConnection connection) {
        boolean sent = connection != null && connection.sent();
        Received received = connection == null ? Received.NOTHING : connection.received();
        if (deadline.passed()) {
            return TargetFailures.timeout(target, sent, received, failure);
        }
        if (abandoned.getAsBoolean()) {
            return TargetFailures.abandoned(target, sent, deadline, failure);
        }
        if (!sent) {
            return TargetFailures.noConnection(target, failure);
        }
        if (failure instanceof ClientProtocolException
                || failure instanceof MalformedChunkCodingException) {
            return TargetFailures.badReply(
                    target,
                    "its reply is no whole HTTP response: %s; look into its log"
                            .formatted(failure.getMessage()),
                    failure);
        }
        return received.bytes() > 0
                ? TargetFailures.cutShort(target, received, failure)
                : TargetFailures.broken(target, true, failure);
    }
}
