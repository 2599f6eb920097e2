package io.hansa.connector.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Notes in the context of an exchange that there is a connection and that the request is about to go out on it. */
final class SentMark extends HttpRequestExecutor {

    private static final String ATTRIBUTE = "hansa.sent";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        context.setAttribute(ATTRIBUTE, Boolean.TRUE);
        return super.execute(request, connection, information, context);
    }

    static boolean isSet(HttpContext context) {
        return Boolean.TRUE.equals(context.getAttribute(ATTRIBUTE));
    }
}
