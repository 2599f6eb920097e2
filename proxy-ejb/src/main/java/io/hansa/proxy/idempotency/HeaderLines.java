package io.hansa.proxy.idempotency;

import io.hansa.proxy.message.EndToEndHeaders;

/** Headers as the text that a database keeps: a line each, as in HTTP. No value has line ends. */
final class HeaderLines {
    private static final String BETWEEN = ": ";

    private HeaderLines() {}

    /** Null for none. */
    static String of(EndToEndHeaders headers) {
        if (headers.isEmpty()) {
            return null;
        }
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(BETWEEN).append(value).append('\n'));
        return lines.toString();
    }

    static EndToEndHeaders read(String lines) {
        if (lines == null) {
            return EndToEndHeaders.NONE;
        }
        EndToEndHeaders.Builder headers = new EndToEndHeaders.Builder();
        for (String line : lines.split("\n")) {
            String[] both = line.split(BETWEEN, 2);
            headers.add(both[0], both[1]);
        }
        return headers.build();
    }
}
