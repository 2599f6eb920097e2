package io.hansa.connector;

/**
 * Why a call of a business server gets an error and no reply. The port says it in the caller's
 * protocol: as one line, or in ISO 8583 as a response code.
 */
public final class CallFailedException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String CODE = "[0-9]{2}";

    /** What ISO 8583:1987 says of a system that fails, field 39. */
    public static final String MALFUNCTION = "96";

    private final String line;
    private final String responseCode;

    /**
     * @param line the error, for callers whose protocol has no errors. Every character other than
     *     printable ASCII, which every charset has, becomes a space
     * @param responseCode for callers in ISO 8583: the two digits of field 39
     */
    public CallFailedException(String line, String responseCode) {
        super(line);
        if (!responseCode.matches(CODE)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no response code of ISO 8583; give two digits, such as 96."
                            .formatted(responseCode));
        }
        this.line = line.replaceAll("[^\\x20-\\x7E]+", " ");
        this.responseCode = responseCode;
    }

    public String line() {
        return line;
    }

    public String responseCode() {
        return responseCode;
    }
}
