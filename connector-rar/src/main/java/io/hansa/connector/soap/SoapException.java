package io.hansa.connector.soap;

/** What came is no SOAP envelope, or what is to be sent no XML element. */
public final class SoapException extends Exception {

    private static final long serialVersionUID = 1L;

    SoapException(String message) {
        super(message);
    }

    SoapException(String message, Throwable cause) {
        super(message, cause);
    }
}
