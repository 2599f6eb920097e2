package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Subject;
import java.util.Arrays;

/** Reads the values of a list's filters. */
final class Filters {
    private Filters() {}

    static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, text, "give true or false");
        };
    }

    static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        name,
                                        text,
                                        "give one of " + Arrays.toString(type.getEnumConstants())));
    }

    static Subject subject(String text) {
        try {
            return Subject.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.of(ErrorCode.REQUEST_INVALID, malformed.getMessage());
        }
    }

    private static Failure wrong(String name, String text, String remedy) {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "%s is \"%s\"; %s.".formatted(name, Name.shortened(text), remedy));
    }
}
