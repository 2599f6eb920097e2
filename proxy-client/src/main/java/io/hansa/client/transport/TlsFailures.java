package io.hansa.client.transport;

import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;

/** Says which end refused a TLS handshake, and what to do. No request was sent. */
final class TlsFailures {
    private TlsFailures() {}

    static String sentence(URI proxy, SSLHandshakeException failure) {
        String sentence =
                isOurRefusal(failure)
                        ? "the client does not trust the certificate of %s (%s); its authority belongs into tls(…)"
                        : "%s refused the TLS handshake (%s); where it demands a certificate, tls(…) must give one that it trusts";
        return sentence.formatted(proxy, failure.getMessage());
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
