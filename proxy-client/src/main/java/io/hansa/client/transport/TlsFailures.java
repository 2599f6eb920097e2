package io.hansa.client.transport;

import io.hansa.api.ErrorCode;
import io.hansa.client.transport.CallFailure.Origin;
import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;

/** Says which end refused a TLS connection, and what to do. */
final class TlsFailures {
    private TlsFailures() {}

    /**
     * A listener that refuses the client's certificate says so by an alert (RFC 8446, section 6),
     * or closes the connection without one.
     *
     * @param answered whether the address ever answered; then a closed connection means no refusal
     */
    static CallFailure explained(URI proxy, CallFailure failure, boolean answered) {
        Throwable cause = failure.getCause();
        boolean closed = failure.origin() == Origin.BROKEN && !answered;
        if (!"https".equals(proxy.getScheme())
                || !(cause instanceof SSLHandshakeException || closed)) {
            return failure;
        }
        String sentence =
                isOurRefusal(cause)
                        ? "the client does not trust the certificate of %s (%s); its authority belongs into tls(…)"
                        : "%s ended the TLS connection (%s); where it demands a certificate, tls(…) must give one that it trusts";
        return CallFailure.of(
                failure.origin(),
                ErrorCode.PEER_UNREACHABLE,
                failure.problem().effect(),
                sentence.formatted(proxy, cause.getMessage()),
                cause);
    }

    /** The JDK names the check that failed as a cause. What the other end refused has none. */
    private static boolean isOurRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException
                    || cause instanceof CertPathBuilderException) {
                return true;
            }
        }
        return false;
    }
}
