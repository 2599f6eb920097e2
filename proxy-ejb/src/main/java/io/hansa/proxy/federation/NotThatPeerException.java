package io.hansa.proxy.federation;

import java.io.Serial;
import java.security.cert.CertificateException;

/**
 * A server showed a certificate that is not the peer's; the message is a sentence that says whose
 * it is.
 */
final class NotThatPeerException extends CertificateException {
    @Serial private static final long serialVersionUID = 1L;

    NotThatPeerException(String sentence) {
        super(sentence);
    }

    /** The sentence, where that is why a connection failed; null where it is not. */
    static String sentence(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotThatPeerException) {
                return cause.getMessage();
            }
        }
        return null;
    }
}
