package io.hansa.proxy.document;

import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One JSON object, member by member. Null counts as absent. What was asked for is what is known:
 * call {@link #end()} last, it refuses everything else. Every refusal is a {@link Failure} with
 * {@code request-invalid}. For one thread.
 */
public final class Document {
    /** Of one array: each becomes a row of the registry, and is read by every node. */
    private static final int MAX_TEXTS = 1000;

    private final JsonObject json;
    private final Refusal refusal;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param what the object is, as refusals name it: {@code account}, {@code framing}
     */
    public Document(String what, JsonObject json) {
        this.json = json;
        this.refusal = new Refusal(what);
    }

    public Optional<String> text(String member) {
        return of(member, JsonString.class, "give a text").map(JsonString::getString);
    }

    public String requiredText(String member) {
        return text(member).orElseThrow(() -> missing(member));
    }

    public boolean flag(String member, boolean fallback) {
        JsonValue value = value(member).orElse(fallback ? JsonValue.TRUE : JsonValue.FALSE);
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw refusal.wrongType(member, value, "give true or false");
        };
    }

    public int whole(String member, int fallback, int min, int max) {
        return (int) whole(member, min, max).orElse((long) fallback).longValue();
    }

    public long requiredWhole(String member, long min, long max) {
        return whole(member, min, max).orElseThrow(() -> missing(member));
    }

    public double decimal(String member, double fallback, double min, double max) {
        Range range = new Range(refusal, member, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
        return number(member).map(range::check).map(JsonNumber::doubleValue).orElse(fallback);
    }

    public <E extends Enum<E>> E choice(String member, Class<E> type, E fallback) {
        return text(member).map(text -> refusal.constant(member, text, type)).orElse(fallback);
    }

    public <E extends Enum<E>> E requiredChoice(String member, Class<E> type) {
        return refusal.constant(member, requiredText(member), type);
    }

    /** The texts of an array, each accepted by {@link Name#check}, in their order and once each. */
    public Optional<Set<String>> names(String member) {
        return texts(member)
                .map(
                        texts -> {
                            texts.forEach(text -> Name.check(member, text));
                            return texts;
                        });
    }

    public <E extends Enum<E>> Optional<Set<E>> choices(String member, Class<E> type) {
        return texts(member)
                .map(
                        texts -> {
                            Set<E> choices = new LinkedHashSet<>();
                            texts.forEach(t -> choices.add(refusal.constant(member, t, type)));
                            return choices;
                        });
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
                            throw refused(
                                    "%s is \"%s\" but the address says \"%s\"; leave it out."
                                            .formatted(member, Name.shortened(other), expected));
                        });
    }

    /** Refuses members that nobody asked for. */
    public void end() {
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused(
                    "%s has no member \"%s\"; it knows %s."
                            .formatted(
                                    refusal.what(),
                                    Name.shortened(unknown.iterator().next()),
                                    String.join(", ", known)));
        }
    }

    /** A refusal of one member that names its value and the remedy. */
    public Failure wrong(String member, Object value, String remedy) {
        return refusal.wrong(member, value, remedy);
    }

    /** A refusal for want of a member. */
    public Failure missing(String member) {
        return refusal.missing(member);
    }

    /** A refusal with a sentence that names member and remedy itself. */
    public Failure refused(String sentence) {
        return refusal.sentence(sentence);
    }

    private Optional<Long> whole(String member, long min, long max) {
        Range range = new Range(refusal, member, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
        return number(member).map(range::whole);
    }

    private Optional<JsonNumber> number(String member) {
        return of(member, JsonNumber.class, "give a number");
    }

    private Optional<Set<String>> texts(String member) {
        Optional<JsonArray> array = array(member);
        int count = array.map(JsonArray::size).orElse(0);
        if (count > MAX_TEXTS) {
            throw wrong(member, count + " texts long", "give at most " + MAX_TEXTS);
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonValue value : array.orElse(JsonValue.EMPTY_JSON_ARRAY)) {
            if (!(value instanceof JsonString text)) {
                throw refusal.wrongType(member, value, "give an array of texts only");
            }
            texts.add(text.getString());
        }
        return array.map(present -> texts);
    }

    private <T extends JsonValue> Optional<T> of(String member, Class<T> type, String remedy) {
        Optional<JsonValue> value = value(member);
        if (value.isPresent() && !type.isInstance(value.get())) {
            throw refusal.wrongType(member, value.get(), remedy);
        }
        return value.map(type::cast);
    }

    private Optional<JsonValue> value(String member) {
        known.add(member);
        return Optional.ofNullable(json.get(member)).filter(value -> value != JsonValue.NULL);
    }
}
