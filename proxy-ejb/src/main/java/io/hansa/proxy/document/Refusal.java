package io.hansa.proxy.document;

import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * Builds {@code request-invalid} failures that name member, value and remedy.
 *
 * @param place of the object in the body, a JSON Pointer
 */
record Refusal(String what, String place) {
    /** The maximum length of a quoted value. */
    private static final int LONGEST = 2000;

    Failure wrong(String member, Object value, String remedy) {
        return at(
                member,
                "%s of %s is %s; %s."
                        .formatted(member, what, Name.shortened(String.valueOf(value)), remedy));
    }

    /** Names the type of the value, not the value: it may be a password with the wrong quotes. */
    Failure wrongType(String member, JsonValue value, String remedy) {
        String type = value.getValueType().name().toLowerCase(Locale.ROOT);
        return wrong(member, "of the type " + type, remedy);
    }

    Failure missing(String member) {
        return at(member, "%s needs the member \"%s\"; add it.".formatted(what, member));
    }

    <E extends Enum<E>> E constant(String member, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        member,
                                        "\"" + text + "\"",
                                        "give one of " + Arrays.toString(type.getEnumConstants())));
    }

    Failure sentence(String sentence) {
        return BodyFault.of(place, shortened(sentence));
    }

    Failure at(String member, String sentence) {
        return BodyFault.of(place + "/" + member, shortened(sentence));
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
