package io.hansa.proxy.administration;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The members that a PUT left out and so set back to their defaults. */
final class Dropped {
    private Dropped() {}

    /**
     * @param before the item's JSON before
     * @param after the item's JSON after
     */
    static void note(Change.Put<?> put, JsonObject before, JsonObject after, Work work) {
        if (put.members() == null) {
            return;
        }
        List<String> dropped = new ArrayList<>();
        before.forEach(
                (member, value) -> {
                    if (!put.members().contains(member)
                            && !put.items().readOnly().contains(member)
                            && !value.equals(after.get(member))) {
                        dropped.add(member);
                    }
                });
        if (!dropped.isEmpty()) {
            work.note(
                    Consequence.warning(
                            "members-dropped",
                            "The PUT left out %s, so the default holds again; use PATCH to change single members."
                                    .formatted(String.join(", ", dropped)),
                            dropped));
        }
    }
}
