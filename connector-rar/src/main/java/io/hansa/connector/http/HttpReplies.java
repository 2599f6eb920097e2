package io.hansa.connector.http;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.text.ContentCodingException;
import io.hansa.connector.text.ContentCodings;
import io.hansa.connector.text.Transcoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;

/** Reads whole responses of bounded size. */
final class HttpReplies {

    private static final byte[] NOTHING = {};
    private static final String CONTENT_TYPE = "content-type";
    private static final String CONTENT_ENCODING = "content-encoding";

    /** These hold no longer when the bytes are others. */
    private static final Set<String> ABOUT_THE_BYTES =
            Set.of("content-digest", "repr-digest", "content-md5", "digest");

    private static final int MAX_CONTENT_TYPE = 1000;
    private static final int MAX_HEADERS = 64 << 10;

    private final ServerTarget target;
    private final Transcoder transcoder;
    private final SoapReplies soap;

    HttpReplies(ServerTarget target, Transcoder transcoder) {
        this.target = target;
        this.transcoder = transcoder;
        this.soap = target.soap() == null ? null : new SoapReplies(target);
    }

    /**
     * Where it fails, the rest of the response is still to come: who called must not use the
     * connection again.
     */
    ServerReply read(ClassicHttpResponse response, Deadline deadline)
            throws IOException, ExchangeException {
        Map<String, String> headers = headers(response);
        String type = sound(headers.get(CONTENT_TYPE));
        byte[] body = body(response.getEntity());
        if (soap != null && soap.applies(response.getCode(), type, body)) {
            return soap.read(
                    response.getCode(), headers, readable(response, headers, body), deadline);
        }
        try {
            if (body.length > 0 && transcoder.applies(type)) {
                body = readable(response, headers, body);
            }
            byte[] payload = transcoder.incoming(body, type);
            if (payload != body) {
                ABOUT_THE_BYTES.forEach(headers::remove);
                headers.put(CONTENT_TYPE, transcoder.incomingType(type));
            }
            return new ServerReply(
                    response.getCode(), headers.get(CONTENT_TYPE), headers, payload, body);
        } catch (CharacterCodingException e) {
            throw TargetFailures.misread(target, e);
        }
    }

    /**
     * Without its content coding, because SOAP or a charset has to look inside. The headers no
     * longer tell of it.
     */
    private byte[] readable(ClassicHttpResponse response, Map<String, String> headers, byte[] body)
            throws ExchangeException {
        if (response.getCode() == HttpStatus.SC_PARTIAL_CONTENT) {
            throw TargetFailures.badReply(
                    target,
                    "its reply is a part (206), which SOAP or a charset cannot read; send the whole there",
                    null);
        }
        String coding = headers.get(CONTENT_ENCODING);
        if (!ContentCodings.changesBytes(coding)) {
            return body;
        }
        try {
            byte[] plain = ContentCodings.remove(body, coding, target.maxReplyBytes());
            headers.remove(CONTENT_ENCODING);
            ABOUT_THE_BYTES.forEach(headers::remove);
            return plain;
        } catch (ContentCodingException e) {
            throw TargetFailures.badReply(
                    target,
                    "SOAP or a charset has to read its reply, and %s; correct it there"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** It is passed on, in a header again. */
    private String sound(String type) throws ExchangeException {
        if (type != null
                && (type.length() > MAX_CONTENT_TYPE
                        || type.chars().anyMatch(Character::isISOControl))) {
            throw TargetFailures.badReply(
                    target,
                    "its content type is longer than %d characters or holds control characters; correct it there"
                            .formatted(MAX_CONTENT_TYPE),
                    null);
        }
        return type;
    }

    private byte[] body(HttpEntity entity) throws IOException, ExchangeException {
        if (entity == null) {
            return NOTHING;
        }
        if (entity.getContentLength() > target.maxReplyBytes()) {
            throw tooLong();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        InputStream content = entity.getContent();
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            if (count > target.maxReplyBytes() - body.size()) {
                throw tooLong();
            }
            body.write(buffer, 0, count);
        }
        return body.toByteArray();
    }

    private ExchangeException tooLong() {
        return TargetFailures.badReply(
                target,
                "its reply is longer than %d bytes; raise maxReplyBytes if that is right"
                        .formatted(target.maxReplyBytes()),
                null);
    }

    /** Of all together: values of one name are joined, which takes time with their length. */
    private Map<String, String> headers(ClassicHttpResponse response) throws ExchangeException {
        Map<String, String> headers = new HashMap<>();
        int characters = 0;
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            characters += value.length();
            if (characters > MAX_HEADERS) {
                throw TargetFailures.badReply(
                        target,
                        "its headers are longer than %d characters; shorten them there"
                                .formatted(MAX_HEADERS),
                        null);
            }
            String name = header.getName().toLowerCase(Locale.ROOT);
            String between = name.equals("set-cookie") ? "\n" : ", ";
            headers.merge(name, value, (first, next) -> first + between + next);
        }
        return headers;
    }
}
