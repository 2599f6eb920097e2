package io.hansa.proxy.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A line of CSV (RFC 4180). A spreadsheet takes a cell that begins with one of {@code = + - @}, tab
 * or carriage return for a formula, so such a cell gets an apostrophe in front. See OWASP, "CSV
 * Injection".
 */
final class CsvLine {
    private static final String FORMULA = "=+-@\t\r";
    private static final String TO_QUOTE = ",\"\r\n";

    private CsvLine() {}

    static String header() {
        return of(Arrays.stream(Member.values()).map(Member::word).toList());
    }

    /** A cell that is null becomes empty. */
    static String of(Collection<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return safe.chars().anyMatch(c -> TO_QUOTE.indexOf(c) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
