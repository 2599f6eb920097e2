package io.hansa.proxy.override;

import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The members {@code until} and {@code reason} of what an operator sets for a time.
 *
 * @param until to the microsecond; null: without an end
 * @param reason null where it is absent
 */
public record EndAndReason(Instant until, String reason) {
    private static final int MAX_REASON = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @param now before which nothing ends
     */
    public static EndAndReason read(Document document, Instant now) {
        String until = document.text("until").orElse(null);
        return new EndAndReason(
                until == null ? null : end(document, until, now),
                document.text("reason").map(text -> reason(document, text)).orElse(null));
    }

    /** The same, with a reason that must be there. */
    public static EndAndReason readWithReason(Document document, Instant now) {
        EndAndReason read = read(document, now);
        if (read.reason() == null) {
            throw document.missing("reason");
        }
        return read;
    }

    /** As set now, by an account that is told later. */
    public Cause cause(Instant now) {
        return new Cause(reason, null, now.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant end(Document document, String text, Instant now) {
        try {
            Instant end = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (end.isAfter(now) && end.isBefore(now.plus(LONGEST))) {
                return end;
            }
        } catch (DateTimeException broken) {
            throw wrong(document, text);
        }
        throw wrong(document, text);
    }

    private static RuntimeException wrong(Document document, String text) {
        return document.wrong(
                "until",
                "\"" + Name.shortened(text) + "\"",
                "give a time with its offset that is in the future and within %d days, such as 2026-01-31T08:00:00Z"
                        .formatted(LONGEST.toDays()));
    }

    private static String reason(Document document, String text) {
        if (text.isBlank() || text.length() > MAX_REASON) {
            throw document.wrong(
                    "reason",
                    text.isBlank() ? "blank" : text.length() + " characters long",
                    "give 1 to " + MAX_REASON + " characters");
        }
        return text.strip();
    }
}
