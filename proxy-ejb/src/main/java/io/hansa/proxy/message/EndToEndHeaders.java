package io.hansa.proxy.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Headers of business data, in the order in which they came. A name occurs once, its values joined
 * by comma (RFC 9110, section 5.2); only {@code Set-Cookie}, which cannot be joined, occurs more
 * often. Bounded, without characters that could begin another header. Immutable.
 */
public final class EndToEndHeaders {
    public static final EndToEndHeaders NONE = new EndToEndHeaders(new String[0]);

    static final int MAX_COUNT = 64;
    static final int MAX_CHARACTERS = 16 << 10;
    private static final String SET_COOKIE = "set-cookie";

    /** Names and values alternate. */
    private final String[] namesAndValues;

    private EndToEndHeaders(String... namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /** Collects headers one by one. For one thread. */
    public static final class Builder {
        private final List<String> namesAndValues = new ArrayList<>();
        private int characters;

        /**
         * @throws IllegalArgumentException with half a sentence where the header is none, or there
         *     are too many
         */
        public Builder add(String name, String value) {
            requireToken(name);
            requireSound(name, value);
            characters += name.length() + value.length();
            if (namesAndValues.size() == 2 * MAX_COUNT || characters > MAX_CHARACTERS) {
                throw new IllegalArgumentException(
                        "the headers of the business data are more than %d or longer than %d characters"
                                .formatted(MAX_COUNT, MAX_CHARACTERS));
            }
            namesAndValues.add(name);
            namesAndValues.add(value);
            return this;
        }

        public EndToEndHeaders build() {
            return namesAndValues.isEmpty()
                    ? NONE
                    : new EndToEndHeaders(namesAndValues.toArray(String[]::new));
        }

        /** RFC 9110, section 5.6.2. */
        private static void requireToken(String name) {
            boolean sound = !name.isEmpty();
            for (int index = 0; sound && index < name.length(); index++) {
                char next = name.charAt(index);
                sound = next > ' ' && next < 0x7F && "\"(),/:;<=>?@[\\]{}".indexOf(next) < 0;
            }
            if (!sound) {
                throw new IllegalArgumentException("a header has a name that is none");
            }
        }

        /** Characters from 128 to 255 stand for bytes (RFC 9110, section 5.5). */
        private static void requireSound(String name, String value) {
            for (int index = 0; index < value.length(); index++) {
                char next = value.charAt(index);
                if (next < ' ' && next != '\t' || next == 0x7F || next > 0xFF) {
                    throw new IllegalArgumentException(
                            "the header %s holds a character that none may hold".formatted(name));
                }
            }
        }
    }

    public boolean isEmpty() {
        return namesAndValues.length == 0;
    }

    /** The first value under that name, in any case; null where there is none. */
    public String get(String name) {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (namesAndValues[at].equalsIgnoreCase(name)) {
                return namesAndValues[at + 1];
            }
        }
        return null;
    }

    public void forEach(BiConsumer<String, String> each) {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            each.accept(namesAndValues[at], namesAndValues[at + 1]);
        }
    }

    /** Those whose names pass; the same where all do. */
    public EndToEndHeaders only(Predicate<String> name) {
        List<String> passing = new ArrayList<>(namesAndValues.length);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (name.test(namesAndValues[at])) {
                passing.add(namesAndValues[at]);
                passing.add(namesAndValues[at + 1]);
            }
        }
        if (passing.size() == namesAndValues.length) {
            return this;
        }
        return passing.isEmpty() ? NONE : new EndToEndHeaders(passing.toArray(String[]::new));
    }

    /** These and those after them. */
    public EndToEndHeaders and(EndToEndHeaders more) {
        if (isEmpty() || more.isEmpty()) {
            return isEmpty() ? more : this;
        }
        List<String> both = new ArrayList<>(List.of(namesAndValues));
        both.addAll(List.of(more.namesAndValues));
        return new EndToEndHeaders(both.toArray(String[]::new));
    }

    /** What a peer of this proxy is told of a caller's headers. */
    public EndToEndHeaders forPeer(boolean foreign) {
        return only(
                name -> HeaderNames.ofRequest(name) || !foreign && !HeaderNames.ofCallerOnly(name));
    }

    /** By name; several {@code Set-Cookie} are joined by line feed. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        forEach((name, value) -> map.merge(name, value, (first, next) -> first + "\n" + next));
        return map;
    }

    /**
     * As {@link #toMap} gives them, and as another system may have changed them.
     *
     * @throws IllegalArgumentException as {@link Builder#add}
     */
    public static EndToEndHeaders of(Map<String, String> map, Predicate<String> passing) {
        return of(map, passing, UnaryOperator.identity());
    }

    /**
     * The same, with names spelled in another way.
     *
     * @throws IllegalArgumentException as {@link Builder#add}
     */
    public static EndToEndHeaders of(
            Map<String, String> map, Predicate<String> passing, UnaryOperator<String> spelled) {
        if (map.isEmpty()) {
            return NONE;
        }
        Builder headers = new Builder();
        map.forEach(
                (name, value) -> {
                    if (!passing.test(name)) {
                        return;
                    }
                    if (!name.equalsIgnoreCase(SET_COOKIE)) {
                        headers.add(spelled.apply(name), value);
                        return;
                    }
                    for (String cookie : value.split("\n")) {
                        headers.add(spelled.apply(name), cookie);
                    }
                });
        return headers.build();
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        forEach((name, value) -> names.add(name));
        return names.toString();
    }
}
