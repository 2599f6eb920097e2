package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final Changes changes = new Changes();
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void manyItemsAreReadInSeveralQueries() {
        Map<String, String> before = new HashMap<>();
        Map<String, String> stored = new HashMap<>();
        IntStream.range(0, 1201)
                .mapToObj(number -> "item-" + number)
                .forEach(
                        item -> {
                            changes.add(Part.PERMISSION, item);
                            stored.put(item, item);
                        });
        before.put("other", "other");
        before.put("item-gone", "item-gone");
        changes.add(Part.PERMISSION, "item-gone");

        Map<String, String> now = follow(before, stored);

        assertThat(asked).containsExactly(500, 500, 202);
        assertThat(now).hasSize(1202).containsAllEntriesOf(stored).containsKey("other");
    }

    @Test
    void nothingIsReadWhereNothingWasChanged() {
        Map<String, String> before = Map.of("other", "other");

        assertThat(follow(before, Map.of())).isSameAs(before);
        assertThat(asked).isEmpty();
    }

    private Map<String, String> follow(Map<String, String> before, Map<String, String> stored) {
        return changes.follow(
                Part.PERMISSION,
                before,
                Function.identity(),
                items -> {
                    asked.add(items.size());
                    return items.stream().filter(stored::containsKey).toList();
                });
    }
}
