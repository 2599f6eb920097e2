package io.hansa.connector.http;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import io.hansa.connector.soap.SoapContent;
import io.hansa.connector.soap.SoapEnvelope;
import io.hansa.connector.soap.SoapException;
import io.hansa.connector.text.MediaType;
import java.nio.charset.Charset;
import java.util.Map;

/** Makes replies of responses that hold an envelope. */
final class SoapReplies {

    private static final String XML = "application/xml; charset=utf-8";
    private static final int ERROR = 400;

    private final ServerTarget target;
    private final SoapEnvelope envelope;

    SoapReplies(ServerTarget target) {
        this.target = target;
        this.envelope = new SoapEnvelope(target.soap());
    }

    /**
     * Not for responses without content, and not for errors of a gateway in front of the service.
     */
    boolean applies(int status, String contentType, byte[] body) {
        return body.length > 0 && (status < ERROR || MediaType.isXml(contentType));
    }

    ServerReply read(int status, Map<String, String> headers, byte[] body, Deadline deadline)
            throws ExchangeException {
        String type = headers.get("content-type");
        if (!MediaType.isXml(type)) {
            throw bad("its reply is of the type " + type + " and not XML", null);
        }
        try {
            SoapContent content = envelope.unwrap(body, encoding(type), deadline);
            headers.put("content-type", XML);
            headers.remove("content-digest");
            headers.remove("content-md5");
            headers.remove("repr-digest");
            return new ServerReply(
                    status, XML, headers, content.xml(), content.xml(), content.fault());
        } catch (SoapException e) {
            if (deadline.passed()) {
                throw TargetFailures.timeout(target, true, e);
            }
            throw bad("its reply is no SOAP envelope, " + e.getMessage(), e);
        }
    }

    private String encoding(String type) throws ExchangeException {
        String stated = MediaType.charset(type);
        if (stated == null) {
            return target.charset() == null ? null : target.charset().name();
        }
        try {
            return Charset.forName(stated).name();
        } catch (IllegalArgumentException e) {
            throw bad("its reply has the unknown charset " + stated, e);
        }
    }

    private ExchangeException bad(String reason, Exception cause) {
        return TargetFailures.badReply(target, reason + "; look into its log", cause);
    }
}
