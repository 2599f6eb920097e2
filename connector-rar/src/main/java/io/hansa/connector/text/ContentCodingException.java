package io.hansa.connector.text;

/** A content coding cannot be removed. The message is half a sentence, the reason. */
public final class ContentCodingException extends Exception {

    private static final long serialVersionUID = 1L;

    ContentCodingException(String reason) {
        super(reason);
    }

    ContentCodingException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
