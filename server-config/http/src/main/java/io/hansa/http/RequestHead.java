package io.hansa.http;

import java.nio.charset.StandardCharsets;

/**
 * Checks the head of a request as its bytes came, before a lenient parser has changed or skipped
 * any (RFC 9112, sections 2.2, 3 and 5). One pass; one thread.
 */
public final class RequestHead {
    private static final byte SPACE = ' ';
    private static final byte TAB = '\t';
    private static final byte CR = '\r';
    private static final byte LF = '\n';
    private static final byte DELETE = 127;
    private static final int[] NAME_LENGTHS = {4, 14, 17};

    private final byte[] bytes;
    private final int end;
    private final FramingHeaders framing = new FramingHeaders();
    private String protocol;
    private int at;

    private RequestHead(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /**
     * The first fault as a sentence that names the remedy; null where there is none, or none yet in
     * a head that is not whole.
     *
     * @param from where the head begins
     * @param end where the bytes end that have come; bytes after the head are not looked at
     */
    public static String fault(byte[] bytes, int from, int end) {
        return new RequestHead(bytes, from, end).fault();
    }

    private String fault() {
        while (at + 1 < end && bytes[at] == CR && bytes[at + 1] == LF) {
            at += 2; // empty lines before a request are allowed (section 2.2)
        }
        int first = at;
        int endOfLine = endOfLine();
        if (endOfLine < 0) {
            return faultIn(endOfLine);
        }
        String fault = requestLine(first, endOfLine);
        if (fault != null) {
            return fault;
        }
        while (true) {
            int line = at;
            endOfLine = endOfLine();
            if (endOfLine < 0) {
                return faultIn(endOfLine);
            }
            if (endOfLine == line) {
                return framing.fault(protocol);
            }
            fault = header(line, endOfLine);
            if (fault != null) {
                return fault;
            }
        }
    }

    /**
     * Goes behind the next line and returns where its text ends; -1 if it has not come, -2 and less
     * for a fault.
     */
    private int endOfLine() {
        for (int i = at; i < end; i++) {
            byte b = bytes[i];
            if (b < SPACE && b >= 0 && b != TAB || b == DELETE) {
                if (b != CR) {
                    return b == LF ? -2 : -3;
                }
                if (i + 1 == end) {
                    return -1;
                }
                if (bytes[i + 1] != LF) {
                    return -3;
                }
                at = i + 2;
                return i;
            }
        }
        return -1;
    }

    private static String faultIn(int code) {
        return switch (code) {
            case -1 -> null;
            case -2 -> "A line ends with CR and LF, not with LF alone.";
            default -> "A header has no control characters.";
        };
    }

    private String requestLine(int from, int to) {
        int method = from;
        while (method < to && FieldText.isOfName(bytes[method])) {
            method++;
        }
        int target = method + 1;
        while (target < to && bytes[target] != SPACE && bytes[target] != TAB) {
            target++;
        }
        if (method == from
                || target == method + 1
                || target >= to
                || bytes[method] != SPACE
                || bytes[target] != SPACE) {
            return "The first line is method, target and protocol, with one space between them.";
        }
        protocol = text(target + 1, to);
        return RequestLine.fault(text(from, method), text(method + 1, target), protocol);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String header(int from, int to) {
        if (bytes[from] == SPACE || bytes[from] == TAB) {
            return "A header line does not begin with white space; put a value on one line.";
        }
        int colon = from;
        while (colon < to && FieldText.isOfName(bytes[colon])) {
            colon++;
        }
        if (colon == from || colon == to || bytes[colon] != ':') {
            return "A header is a name, a colon right behind it, and a value.";
        }
        for (int length : NAME_LENGTHS) {
            if (colon - from == length) {
                framing.add(text(from, colon), trimmed(text(colon + 1, to)));
            }
        }
        return null;
    }

    /** Without the white space that HTTP allows around a value: of space and tab alone. */
    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && (value.charAt(from) == SPACE || value.charAt(from) == TAB)) {
            from++;
        }
        while (to > from && (value.charAt(to - 1) == SPACE || value.charAt(to - 1) == TAB)) {
            to--;
        }
        return value.substring(from, to);
    }
}
