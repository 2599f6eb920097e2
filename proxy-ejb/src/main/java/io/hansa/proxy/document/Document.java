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
 * Reads one JSON object member by member. A null member counts as absent. Members that were not
 * read are unknown: call {@link #end()} last, which refuses them. Every refusal is a {@link
 * Failure} with {@code request-invalid}. Not thread-safe.
 */
public final class Document {
    /**
     * The maximum length of an array. Each element becomes a row of the registry, which every node
     * reads.
     */
    private static final int MAX_TEXTS = 1000;

    private final JsonObject json;
    private final Refusal refusal;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param what the object's kind in refusals: {@code account}, {@code framing}
     */
    public Document(String what, JsonObject json) {
        this(what, "", json);
    }

    /**
     * @param place of the object in the body, a JSON Pointer
     */
    public Document(String what, String place, JsonObject json) {
        this.json = json;
        this.refusal = new Refusal(what, place);
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

    /**
     * The strings of an array, each checked by {@link Name#check}, in order and without duplicates.
     */
    public Optional<Set<String>> names(String member) {
        return texts(member)
                .map(
                        texts -> {
                            texts.forEach(text -> Name.check(member, text));
                            return texts;
                        });
    }

    /** The strings of an array, in order and without duplicates; none where it is absent. */
    public Set<String> strings(String member) {
        return texts(member).orElse(Set.of());
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

    /** Refuses a member whose value differs from the address. The member may be absent. */
    public void same(String member, String expected) {
        text(member)
                .filter(text -> !text.equals(expected))
                .ifPresent(
                        other -> {
                            throw refused(
                                    member,
                                    "%s is \"%s\", but the address contains \"%s\"; leave out the member."
                                            .formatted(member, Name.shortened(other), expected));
                        });
    }

    /** Refuses members that were not read. */
    public void end() {
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused(
                    "%s has no member \"%s\"; its members are %s."
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

    /** A refusal because a member is missing. */
    public Failure missing(String member) {
        return refusal.missing(member);
    }

    /** A refusal whose message names member and remedy. */
    public Failure refused(String sentence) {
        return refusal.sentence(sentence);
    }

    /** The same, where the sentence does not say of which member it speaks. */
    public Failure refused(String member, String sentence) {
        return refusal.at(member, sentence);
    }

    public Optional<Long> whole(String member, long min, long max) {
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
                throw refusal.wrongType(member, value, "give an array of strings only");
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
