package io.hansa.proxy.listing;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import java.util.Arrays;

/** Reads the texts of query parameters. */
public final class QueryText {
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

    /** The refusal of a parameter's value. */
    public static Failure wrong(String name, String text, String remedy) {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "%s is \"%s\"; %s.".formatted(name, Name.shortened(text), remedy));
    }
}
