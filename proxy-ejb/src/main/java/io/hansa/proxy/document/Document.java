package io.hansa.proxy.document;

import static java.util.stream.Collectors.toCollection;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One JSON object, member by member. Null counts as absent. What was asked for is what is known:
 * call {@link #end()} last, it refuses everything else. Every refusal is a {@link Failure} with
 * {@code request-invalid}. For one thread.
 */
public final class Document {
    private final String what;
    private final JsonObject json;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param what the object is, as refusals name it: {@code account}, {@code framing} */
    public Document(String what, JsonObject json) {
        this.what = what;
        this.json = json;
    }

    public Optional<String> text(String member) {
        return of(member, JsonString.class, "give a text").map(JsonString::getString);
    }

    public String requiredText(String member) {
        return text(member).orElseThrow(() -> missing(member));
    }

    public boolean flag(String member, boolean fallback) {
        return value(member)
                .map(
                        value ->
                                switch (value.getValueType()) {
                                    case TRUE -> true;
                                    case FALSE -> false;
                                    default ->
                                            throw wrong(member, form(value), "give true or false");
                                })
                .orElse(fallback);
    }

    public int whole(String member, int fallback, int least, int most) {
        return (int) whole(member, (long) fallback, least, most);
    }

    public long whole(String member, long fallback, long least, long most) {
        Optional<JsonNumber> number =
                number(member, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        try {
            return number.map(JsonNumber::longValueExact).orElse(fallback);
        } catch (ArithmeticException fraction) {
            throw wrong(member, number.get(), "give a whole number");
        }
    }

    public long requiredWhole(String member, long least, long most) {
        if (value(member).isEmpty()) {
            throw missing(member);
        }
        return whole(member, least, least, most);
    }

    public double decimal(String member, double fallback, double least, double most) {
        return number(member, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                .map(JsonNumber::doubleValue)
                .orElse(fallback);
    }

    public <E extends Enum<E>> E choice(String member, Class<E> type, E fallback) {
        return text(member).map(text -> constant(member, text, type)).orElse(fallback);
    }

    public <E extends Enum<E>> E requiredChoice(String member, Class<E> type) {
        return constant(member, requiredText(member), type);
    }

    /** The texts of an array, each accepted by {@link Name#check}, in their order and once each. */
    public Optional<Set<String>> names(String member) {
        return array(member)
                .map(
                        array ->
                                array.stream()
                                        .map(value -> Name.check(member, element(member, value)))
                                        .collect(toCollection(LinkedHashSet::new)));
    }

    public <E extends Enum<E>> Optional<Set<E>> choices(String member, Class<E> type) {
        return array(member)
                .map(
                        array ->
                                array.stream()
                                        .map(v -> constant(member, element(member, v), type))
                                        .collect(toCollection(LinkedHashSet::new)));
    }

    public Optional<JsonArray> array(String member) {
        return of(member, JsonArray.class, "give an array");
    }

    public Optional<JsonObject> object(String member) {
        return of(member, JsonObject.class, "give an object");
    }

    /** Refuses a member that says otherwise than the address does; absent it may be. */
    public void same(String member, String expected) {
        text(member)
                .filter(text -> !text.equals(expected))
                .ifPresent(
                        other -> {
                            throw invalid(
                                    "%s is \"%s\" but the address says \"%s\"; leave it out."
                                            .formatted(member, other, expected));
                        });
    }

    /** Refuses members that nobody asked for. */
    public void end() {
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw invalid(
                    "%s has no member \"%s\"; it knows %s."
                            .formatted(what, unknown.iterator().next(), String.join(", ", known)));
        }
    }

    /** A refusal of this document that names member, value and remedy. */
    public Failure wrong(String member, Object value, String remedy) {
        return invalid(
                "%s of %s is %s; %s."
                        .formatted(member, what, Name.shortened(String.valueOf(value)), remedy));
    }

    /** A refusal for want of a member. */
    public Failure missing(String member) {
        return invalid(what + " needs the member \"" + member + "\"; add it.");
    }

    /** A refusal with a sentence that names member and remedy itself. */
    public Failure refused(String sentence) {
        return invalid(sentence);
    }

    private Optional<JsonNumber> number(String member, BigDecimal least, BigDecimal most) {
        Optional<JsonNumber> number = of(member, JsonNumber.class, "give a number");
        number.map(JsonNumber::bigDecimalValue)
                .filter(value -> value.compareTo(least) < 0 || value.compareTo(most) > 0)
                .ifPresent(
                        value -> {
                            throw wrong(
                                    member, value, "give a number from " + least + " to " + most);
                        });
        return number;
    }

    private String element(String member, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw wrong(member, "an array with a member " + form(value), "give texts only");
    }

    private <E extends Enum<E>> E constant(String member, String text, Class<E> type) {
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

    private <T extends JsonValue> Optional<T> of(String member, Class<T> type, String remedy) {
        return value(member)
                .map(
                        value -> {
                            if (type.isInstance(value)) {
                                return type.cast(value);
                            }
                            throw wrong(member, form(value), remedy);
                        });
    }

    private Optional<JsonValue> value(String member) {
        known.add(member);
        return Optional.ofNullable(json.get(member)).filter(value -> value != JsonValue.NULL);
    }

    /** The sort of value, not the value: it may be a password in the wrong quotes. */
    private static String form(JsonValue value) {
        return "of the type " + value.getValueType().name().toLowerCase(Locale.ROOT);
    }

    private static Failure invalid(String sentence) {
        return Failure.of(ErrorCode.REQUEST_INVALID, sentence);
    }
}
