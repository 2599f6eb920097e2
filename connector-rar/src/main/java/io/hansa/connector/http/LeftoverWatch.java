package io.hansa.connector.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Parses the responses of one connection and remembers its input buffer. Bytes in it between two
 * exchanges are more than the server was asked for. No other class sees the buffer.
 */
final class LeftoverWatch
        implements HttpMessageParserFactory<ClassicHttpResponse>,
                HttpMessageParser<ClassicHttpResponse> {

    private HttpMessageParser<ClassicHttpResponse> parser;
    private StrictLines input;

    @Override
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
        parser = DefaultHttpResponseParserFactory.INSTANCE.create(config);
        return this;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
            throws IOException, HttpException {
        if (input == null) {
            input = new StrictLines(buffer);
        }
        input.beginHead();
        return parser.parse(input, stream);
    }

    /** What the body is read from, after the head. */
    SessionInputBuffer input() {
        return input;
    }

    boolean leftover() {
        return input != null && input.length() > 0;
    }
}
