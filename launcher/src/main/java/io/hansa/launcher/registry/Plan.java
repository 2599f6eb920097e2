package io.hansa.launcher.registry;

import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.YamlText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** What a write changes and what follows from it, as text for a person. */
final class Plan {
    private Plan() {}

    static String text(JsonObject plan) {
        StringBuilder text = new StringBuilder();
        changes(plan).forEach(change -> append(text, change));
        if (plan.containsKey("consequences")) {
            for (JsonObject one : plan.getJsonArray("consequences").getValuesAs(JsonObject.class)) {
                text.append("%s: %s%n".formatted(Cells.of(one, "severity"), Cells.of(one, "text")));
            }
        }
        return text.isEmpty() ? "Nothing changes.%n".formatted() : text.toString();
    }

    static boolean isEmpty(JsonObject plan) {
        return changes(plan).isEmpty();
    }

    private static List<JsonObject> changes(JsonObject plan) {
        return plan.getJsonArray("changes").getValuesAs(JsonObject.class);
    }

    private static void append(StringBuilder text, JsonObject change) {
        List<String> before = lines(change, "before");
        List<String> after = lines(change, "after");
        text.append("%s %s%n".formatted(Cells.of(change, "kind"), Cells.of(change, "key")));
        before.stream()
                .filter(line -> !after.contains(line))
                .forEach(line -> text.append("  - %s%n".formatted(line)));
        after.stream()
                .filter(line -> !before.contains(line))
                .forEach(line -> text.append("  + %s%n".formatted(line)));
    }

    private static List<String> lines(JsonObject change, String name) {
        JsonValue value = change.getOrDefault(name, JsonValue.NULL);
        return value == JsonValue.NULL ? List.of() : YamlText.print(value).lines().toList();
    }
}
