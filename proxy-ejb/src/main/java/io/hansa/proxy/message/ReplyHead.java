package io.hansa.proxy.message;

import java.util.Objects;

/**
 * What a reply says besides its data. Immutable.
 *
 * @param status of HTTP, from 200 to 299, or 304
 * @param headers of the server that pass to the caller
 */
public record ReplyHead(int status, EndToEndHeaders headers) {
    private static final int OK_STATUS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final int NOT_MODIFIED = 304;

    /** Of servers that have no status and no headers. */
    public static final ReplyHead OK = new ReplyHead(OK_STATUS, EndToEndHeaders.NONE);

    public ReplyHead {
        Objects.requireNonNull(headers, "headers");
    }

    public static ReplyHead of(int status, EndToEndHeaders headers) {
        return status == OK_STATUS && headers.isEmpty() ? OK : new ReplyHead(status, headers);
    }

    /** Whether a status is that of a result, which reaches the caller as it is. */
    public static boolean isResult(int status) {
        return status >= OK_STATUS && status < FIRST_REDIRECT || status == NOT_MODIFIED;
    }

    /** Whether the reply has no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
    public boolean withoutBody() {
        return status == NO_CONTENT || status == RESET_CONTENT || status == NOT_MODIFIED;
    }
}
