package io.hansa.grizzly;

import io.hansa.http.RequestHead;
import java.nio.ByteBuffer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * Looks at the bytes of a request's head before Grizzly's parser does. The parser changes them in
 * place, joins folded lines and knows a field by its beginning ({@code chunkedx}). Grizzly tells a
 * probe of the bytes also where they came with the request before. What is found is noted in the
 * connection's {@link Pipeline}. Safe for many threads.
 */
final class HeadProbe extends HttpProbe.Adapter {
    private static final Attribute<HttpHeader> IN_PROCESS =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(
                    HttpServerFilter.HTTP_SERVER_REQUEST_ATTR_NAME);

    private final boolean strict;

    /**
     * @param strict whether the bytes are checked; otherwise only the ends of heads are noted
     */
    HeadProbe(boolean strict) {
        this.strict = strict;
    }

    /** The request whose head or body is still arriving; null where none is. */
    static HttpHeader arriving(Connection<?> connection) {
        return IN_PROCESS.get(connection);
    }

    @Override
    public void onDataReceivedEvent(Connection connection, Buffer data) {
        if (strict
                && arriving(connection) instanceof HttpPacketParsing packet
                && !packet.isHeaderParsed()) {
            String fault = fault(data);
            if (fault != null) {
                Pipeline.of(connection).fault(fault);
            }
        }
    }

    @Override
    public void onHeaderParseEvent(Connection connection, HttpHeader header, int size) {
        Pipeline.of(connection).headIsWhole();
        if (header.getProcessingState().isKeepAlive() && asksToClose(header.getHeaders())) {
            header.getProcessingState().setKeepAlive(false);
        }
    }

    /** Grizzly knows {@code close} only where the first of the fields names nothing else. */
    private static boolean asksToClose(MimeHeaders headers) {
        int field = headers.indexOf(Header.Connection, 0);
        while (field >= 0) {
            for (String option : headers.getValue(field).toString().split(",")) {
                if ("close".equalsIgnoreCase(option.strip())) {
                    return true;
                }
            }
            field = headers.indexOf(Header.Connection, field + 1);
        }
        return false;
    }

    private static String fault(Buffer data) {
        if (data.hasArray()) {
            int from = data.arrayOffset() + data.position();
            return RequestHead.fault(data.array(), from, from + data.remaining());
        }
        ByteBuffer copy = data.toByteBuffer(data.position(), data.limit());
        byte[] bytes = new byte[copy.remaining()];
        copy.get(bytes);
        return RequestHead.fault(bytes, 0, bytes.length);
    }
}
