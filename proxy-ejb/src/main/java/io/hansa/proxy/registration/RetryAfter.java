package io.hansa.proxy.registration;

import io.hansa.proxy.configuration.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After} of a server (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private static final int MAX_SECONDS = 86_400;

    private RetryAfter() {}

    /** How long to wait, of a day at most; empty where it says nothing that can be read. */
    static Optional<Integer> seconds(String header) {
        String text = header.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Math.min(MAX_SECONDS, Integer.parseInt(text)));
        }
        try {
            Instant at =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            // Rounded up: half a second early is early.
            long seconds = Duration.between(DatabaseClock.now(), at).plusMillis(999).toSeconds();
            return Optional.of((int) Math.max(0, Math.min(MAX_SECONDS, seconds)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
