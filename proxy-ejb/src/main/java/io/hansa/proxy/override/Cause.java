package io.hansa.proxy.override;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Why an operator set something. Immutable.
 *
 * @param reason null where none was given
 * @param by the account that set it; null where that is not known
 * @param at when it was set; null where that is not known
 */
public record Cause(String reason, String by, Instant at) {
    /** Of what is not set. */
    public static final Cause NONE = new Cause(null, null, null);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ISO_INSTANT.withZone(ZoneOffset.UTC);

    /** The same, set by that account. */
    public Cause by(String account) {
        return new Cause(reason, account, at);
    }

    /**
     * Part of a sentence: " by {account} until {time} ({reason})".
     *
     * @param until null: without an end
     */
    public String told(Instant until) {
        StringBuilder told = new StringBuilder();
        if (by != null) {
            told.append(" by ").append(by);
        }
        told.append(
                until == null
                        ? " without an end"
                        : " until " + SECONDS.format(until.truncatedTo(ChronoUnit.SECONDS)));
        return reason == null
                ? told.toString()
                : told.append(" (").append(reason).append(')').toString();
    }
}
