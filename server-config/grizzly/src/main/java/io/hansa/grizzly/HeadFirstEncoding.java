package io.hansa.grizzly;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.ChunkedTransferEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.TransferEncoding;

/**
 * Grizzly's chunked encoding, which also passes on a head that comes without any of its body.
 * Grizzly's own keeps such a head until the first chunk comes. A client that waits for {@code 100
 * Continue} then got no answer. Safe for many threads.
 */
final class HeadFirstEncoding implements TransferEncoding {
    private final TransferEncoding chunked;

    private HeadFirstEncoding(TransferEncoding chunked) {
        this.chunked = chunked;
    }

    static void replaceIn(HttpServerFilter parser) {
        for (TransferEncoding encoding : parser.getTransferEncodings()) {
            if (encoding instanceof ChunkedTransferEncoding chunked) {
                parser.removeTransferEncoding(chunked);
                parser.addTransferEncoding(new HeadFirstEncoding(chunked));
            }
        }
    }

    @Override
    public ParsingResult parsePacket(FilterChainContext context, HttpHeader header, Buffer buffer) {
        return buffer.hasRemaining()
                ? chunked.parsePacket(context, header, buffer)
                : ParsingResult.create(null, buffer, true);
    }

    @Override
    public boolean wantDecode(HttpHeader header) {
        return chunked.wantDecode(header);
    }

    @Override
    public boolean wantEncode(HttpHeader header) {
        return chunked.wantEncode(header);
    }

    @Override
    public void prepareSerialize(
            FilterChainContext context, HttpHeader header, HttpContent content) {
        chunked.prepareSerialize(context, header, content);
    }

    @Override
    public Buffer serializePacket(FilterChainContext context, HttpContent content) {
        return chunked.serializePacket(context, content);
    }
}
