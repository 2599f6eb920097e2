package io.hansa.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.ExchangeRecorder;
import io.hansa.connector.text.Transcoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.Header;

/**
 * One exchange over HTTP of which the messages are recorded. What belongs to the connection, such
 * as {@code Host} and {@code Content-Length}, is left out.
 */
public final class HttpTrial {

    private static final String LINE_END = "\r\n";

    /** Begins the exchange on the target's pool. */
    @FunctionalInterface
    public interface Beginning {
        PendingReply<ServerReply, ExchangeException> begin() throws ExchangeException;
    }

    private final HttpRequests requests;
    private final ExchangeRecorder recorder = new ExchangeRecorder();

    public HttpTrial(ServerTarget target) {
        this.requests = new HttpRequests(target, new Transcoder(target.charset()));
    }

    public RecordedExchange exchange(ServerRequest request, Beginning beginning) {
        try {
            byte[] message = message(requests.post(request));
            PendingReply<ServerReply, ExchangeException> exchange = beginning.begin();
            recorder.sent(ByteBuffer.wrap(message));
            ServerReply reply = exchange.await(PendingReply.TO_THE_END);
            recorder.received(ByteBuffer.wrap(message(reply)));
            return recorder.replied(reply);
        } catch (ExchangeException failure) {
            return recorder.failed(failure);
        }
    }

    private static byte[] message(HttpPost post) {
        StringBuilder head = new StringBuilder("POST ").append(post.getPath()).append(LINE_END);
        for (Header header : post.getHeaders()) {
            line(head, header.getName(), header.getValue());
        }
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            post.getEntity().writeTo(body);
            return joined(head, body.toByteArray());
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    private static byte[] message(ServerReply reply) {
        StringBuilder head = new StringBuilder("HTTP ").append(reply.status()).append(LINE_END);
        new TreeMap<>(reply.headers()).forEach((name, value) -> line(head, name, value));
        return joined(head, reply.wire());
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(LINE_END);
    }

    private static byte[] joined(StringBuilder head, byte[] body) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.append(LINE_END).toString().getBytes(ISO_8859_1));
        message.writeBytes(body);
        return message.toByteArray();
    }
}
