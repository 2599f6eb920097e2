package io.hansa.connector.http;

import io.hansa.connector.ServerRequest;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Notes in the context of an exchange which connection the request goes out on. */
final class SentMark extends HttpRequestExecutor {

    private static final String REQUEST = "hansa.request";
    private static final String CONNECTION = "hansa.connection";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        if (connection instanceof GuardedConnection guarded) {
            guarded.begin((ServerRequest) context.getAttribute(REQUEST));
            context.setAttribute(CONNECTION, guarded);
        }
        return super.execute(request, connection, information, context);
    }

    /** Notes what the exchange is about, before it has a connection. */
    static void begin(HttpContext context, ServerRequest request) {
        context.setAttribute(REQUEST, request);
    }

    /** Notes that its connection, if it ever had one, is free of it. */
    static void end(HttpContext context) {
        GuardedConnection connection = connection(context);
        if (connection != null) {
            connection.history().end();
        }
    }

    /** That of the exchange. */
    static Deadline deadline(HttpContext context) {
        return new Deadline(((ServerRequest) context.getAttribute(REQUEST)).deadlineNanos());
    }

    /** The connection of the exchange; null where it never had one. */
    static GuardedConnection connection(HttpContext context) {
        return (GuardedConnection) context.getAttribute(CONNECTION);
    }
}
