package io.hansa.connector.soap;

/** The reply is not a SOAP envelope, or the request's payload is not an XML element. */
public final class SoapException extends Exception {

    private static final long serialVersionUID = 1L;

    SoapException(String message) {
        super(message);
    }

    SoapException(String message, Throwable cause) {
        super(message, cause);
    }
}
