package io.hansa.connector.http;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.TargetFailures;
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
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private final ServerTarget target;
    private final Transcoder transcoder;

    HttpRequests(ServerTarget target, Transcoder transcoder) {
        this.target = target;
        this.transcoder = transcoder;
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
        if (request.contentType() != null) {
            String type = transcoder.outgoingType(request.contentType());
            post.setHeader(HttpHeaders.CONTENT_TYPE, sound("content type", type));
        }
        post.setEntity(new ByteArrayEntity(payload(request), null));
        return post;
    }

    private byte[] payload(ServerRequest request) throws ExchangeException {
        try {
            return transcoder.outgoing(request.payload(), request.contentType());
        } catch (CharacterCodingException e) {
            throw TargetFailures.unmappable(target, e);
        }
    }

    /** A line break would begin another header. */
    private String sound(String what, String value) throws ExchangeException {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw TargetFailures.refused(
                    target,
                    Kind.UNMAPPABLE,
                    "the " + what + " holds a control character; send it without",
                    null);
        }
        return value;
    }
}
