package io.hansa.connector.http;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Tells what an exception of the library means for one exchange. */
final class HttpFailures {

    private final ServerTarget target;
    private final HttpContext context;
    private final Deadline deadline;
    private boolean begun;

    HttpFailures(ServerTarget target, HttpContext context, Deadline deadline) {
        this.target = target;
        this.context = context;
        this.deadline = deadline;
    }

    /** From here on, an end of the connection is that of half a reply. */
    void replyBegan() {
        begun = true;
    }

    ExchangeException of(IOException failure) {
        boolean sent = SentMark.isSet(context);
        if (deadline.passed()) {
            return TargetFailures.timeout(target, sent, failure);
        }
        if (!sent) {
            return TargetFailures.noConnection(target, failure);
        }
        if (failure instanceof ClientProtocolException
                || failure instanceof MalformedChunkCodingException
                || begun && failure instanceof ConnectionClosedException) {
            return TargetFailures.badReply(
                    target,
                    "its reply is no whole HTTP response: %s; look into its log"
                            .formatted(failure.getMessage()),
                    failure);
        }
        return TargetFailures.broken(target, true, failure);
    }
}
