package io.hansa.proxy.listing;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;

/** Reads the texts of query parameters. */
public final class QueryText {
    /** Databases keep no later year. */
    private static final int MAX_YEAR = 9998;

    private QueryText() {}

    /**
     * @throws Failure REQUEST_INVALID if it is neither true nor false
     */
    public static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, text, "give true or false");
        };
    }

    /**
     * @throws Failure REQUEST_INVALID if it is no constant of the type
     */
    public static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, text, "give one of " + Arrays.toString(constants)));
    }

    /**
     * @throws Failure REQUEST_INVALID if it is no time with an offset, in the years 1 to 9998
     */
    public static Instant time(String name, String text) {
        OffsetDateTime time;
        try {
            time = OffsetDateTime.parse(text);
        } catch (DateTimeException malformed) {
            throw wrong(name, text, "give a time such as 2026-01-31T08:00:00Z");
        }
        if (time.getYear() < 1 || time.getYear() > MAX_YEAR) {
            throw wrong(name, text, "give a year from 1 to " + MAX_YEAR);
        }
        return time.toInstant();
    }

    /** The refusal of a parameter's value. */
    public static Failure wrong(String name, String text, String remedy) {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "%s is \"%s\"; %s.".formatted(name, Name.shortened(text), remedy));
    }
}
