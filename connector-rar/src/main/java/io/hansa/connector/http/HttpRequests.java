package io.hansa.connector.http;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.soap.SoapEnvelope;
import io.hansa.connector.soap.SoapException;
import io.hansa.connector.text.MediaType;
import io.hansa.connector.text.Transcoder;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Makes the POST of an exchange. */
final class HttpRequests {

    /** Headers of the message's frame or of one connection (RFC 9110, section 7.6.1). */
    private static final Set<String> OWN =
            Set.of(
                    "connection",
                    "content-length",
                    "content-type",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-connection",
                    "soapaction",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private final ServerTarget target;
    private final Transcoder transcoder;
    private final SoapEnvelope envelope;

    HttpRequests(ServerTarget target, Transcoder transcoder) {
        this.target = target;
        this.transcoder = transcoder;
        this.envelope = target.soap() == null ? null : new SoapEnvelope(target.soap());
    }

    HttpPost post(ServerRequest request) throws ExchangeException {
        HttpPost post = new HttpPost(target.endpoint());
        if (request.path() != null) {
            post.setPath(sound("path", request.path()));
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            String name = sound("header name", header.getKey());
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                post.setHeader(name, sound("header " + name, header.getValue()));
            }
        }
        String type = envelope == null ? request.contentType() : envelope.contentType();
        if (type != null) {
            String stated = transcoder.outgoingType(type);
            post.setHeader(HttpHeaders.CONTENT_TYPE, sound("content type", stated));
        }
        if (envelope != null && envelope.actionHeader() != null) {
            post.setHeader("SOAPAction", envelope.actionHeader());
        }
        post.setEntity(new ByteArrayEntity(payload(request, type), null));
        return post;
    }

    private byte[] payload(ServerRequest request, String type) throws ExchangeException {
        try {
            byte[] data = request.payload();
            return transcoder.outgoing(
                    envelope == null
                            ? data
                            : envelope.wrap(data, stated(request), deadline(request)),
                    type);
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        } catch (SoapException e) {
            if (deadline(request).passed()) {
                throw TargetFailures.timeout(target, false, e);
            }
            throw TargetFailures.refused(
                    target,
                    Kind.UNMAPPABLE,
                    "the payload cannot be the content of a SOAP body, %s; send one XML element"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static String stated(ServerRequest request) {
        return request.contentType() == null ? null : MediaType.charset(request.contentType());
    }

    private static Deadline deadline(ServerRequest request) {
        return new Deadline(request.deadlineNanos());
    }

    /**
     * A line break would begin another header. Characters up to 255 stand for bytes, which are
     * passed on (RFC 9110, section 5.5).
     */
    private String sound(String what, String value) throws ExchangeException {
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F || c > 0xFF)) {
            throw TargetFailures.refused(
                    target,
                    Kind.UNMAPPABLE,
                    "the " + what + " holds a control character or one over 255; send it without",
                    null);
        }
        return value;
    }
}
