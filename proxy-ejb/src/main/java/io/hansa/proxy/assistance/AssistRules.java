package io.hansa.proxy.assistance;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts the {@code assist} member of a business server between JSON and rules. */
public final class AssistRules {
    /** The maximum number of characters of an expression, a prefix or a pointer. */
    static final int MAX_TEXT = 1000;

    private static final int MAX_RULES = 64;
    private static final int MAX_CAPABILITY = 100;
    private static final AssistRule FIRST_LINE = new PrefixRule("HANSA-ASSIST ", "@line", "@rest");
    private static final Map<String, Set<String>> MEMBERS =
            Map.of(
                    "prefix", Set.of("prefix", "capability", "data"),
                    "jsonPointer", Set.of("jsonPointer", "equals", "capability", "data"),
                    "regex", Set.of("regex", "capability", "data"),
                    "equalsHex", Set.of("offset", "equalsHex", "capability", "data"));

    private AssistRules() {}

    /**
     * The rules if the administrator configured none: the first line for framed servers, the header
     * for HTTP servers.
     */
    public static List<AssistRule> defaults(boolean framed) {
        return framed ? List.of(FIRST_LINE) : List.of();
    }

    /**
     * @throws IllegalArgumentException with a sentence that names the member and the remedy
     */
    public static List<AssistRule> parse(JsonArray rules) {
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    "assist: there are %d rules; give at most %d"
                            .formatted(rules.size(), MAX_RULES));
        }
        return rules.stream().map(AssistRules::rule).toList();
    }

    /**
     * Parses stored rules, which an earlier version accepted. If this version refuses them, one
     * {@link UnusableRule} replaces them all.
     */
    public static List<AssistRule> stored(JsonArray rules) {
        try {
            return parse(rules);
        } catch (RuntimeException refused) {
            return List.of(new UnusableRule(rules, String.valueOf(refused.getMessage())));
        }
    }

    public static JsonArray print(List<AssistRule> rules) {
        if (rules.size() == 1 && rules.get(0) instanceof UnusableRule unusable) {
            return unusable.written();
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        rules.forEach(rule -> array.add(print(rule)));
        return array.build();
    }

    private static AssistRule rule(JsonValue value) {
        if (!(value instanceof JsonObject rule)) {
            throw new IllegalArgumentException("assist: every rule must be a JSON object");
        }
        String kind =
                MEMBERS.keySet().stream()
                        .filter(rule::containsKey)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "assist: a rule needs one of prefix, jsonPointer,"
                                                        + " regex, equalsHex"));
        rule.keySet().stream()
                .filter(member -> !MEMBERS.get(kind).contains(member))
                .findFirst()
                .ifPresent(
                        member -> {
                            throw new IllegalArgumentException(
                                    "assist: a rule with " + kind + " has no member " + member);
                        });
        String capability = text(rule, "capability");
        String data = text(rule, "data");
        return switch (kind) {
            case "prefix" ->
                    new PrefixRule(
                            text(rule, "prefix"),
                            capability == null ? "@line" : capability,
                            data == null ? "@rest" : data);
            case "jsonPointer" ->
                    new JsonRule(
                            text(rule, "jsonPointer"),
                            rule.get("equals"),
                            capability,
                            data == null ? "@all" : data);
            case "regex" ->
                    RegexRule.of(text(rule, "regex"), capability, data == null ? "@all" : data);
            default -> {
                requireOneOf("data", data == null ? "@all" : data, "@all");
                yield new BytesRule(offset(rule), text(rule, "equalsHex"), capability);
            }
        };
    }

    private static JsonObject print(AssistRule rule) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        if (rule instanceof PrefixRule prefix) {
            json.add("prefix", prefix.prefix())
                    .add("capability", prefix.capability())
                    .add("data", prefix.data());
        } else if (rule instanceof JsonRule pointer) {
            json.add("jsonPointer", pointer.pointer())
                    .add("equals", pointer.expected())
                    .add("capability", pointer.capability())
                    .add("data", pointer.data());
        } else if (rule instanceof RegexRule regex) {
            json.add("regex", regex.pattern().pattern())
                    .add("capability", regex.capability())
                    .add("data", regex.data());
        } else if (rule instanceof BytesRule bytes) {
            json.add("offset", bytes.offset())
                    .add("equalsHex", bytes.equalsHex())
                    .add("capability", bytes.capability())
                    .add("data", "@all");
        }
        return json.build();
    }

    static void requireOneOf(String member, String value, String... allowed) {
        if (!Arrays.asList(allowed).contains(value)) {
            throw new IllegalArgumentException(
                    "assist: %s must be one of %s, not \"%s\""
                            .formatted(member, String.join(", ", allowed), value));
        }
    }

    static void requireCapability(String capability, String placeholder) {
        if (capability == null
                || capability.isBlank()
                || capability.length() > MAX_CAPABILITY
                || capability.startsWith("@") && !capability.equals(placeholder)) {
            throw new IllegalArgumentException(
                    "assist: capability must be the name of a capability"
                            + (placeholder == null ? "" : " or " + placeholder));
        }
    }

    static void requireLength(String member, String text, int max) {
        if (text.length() > max) {
            throw new IllegalArgumentException(
                    "assist: %s is longer than %d characters; shorten it".formatted(member, max));
        }
    }

    private static int offset(JsonObject rule) {
        JsonValue value = rule.getOrDefault("offset", JSON.createValue(0));
        try {
            return ((JsonNumber) value).intValueExact();
        } catch (ClassCastException | ArithmeticException notWhole) {
            throw new IllegalArgumentException("assist: offset must be a whole number", notWhole);
        }
    }

    private static String text(JsonObject rule, String member) {
        JsonValue value = rule.get(member);
        if (value == null || value instanceof JsonString) {
            return value == null ? null : ((JsonString) value).getString();
        }
        throw new IllegalArgumentException("assist: " + member + " must be a text");
    }
}
