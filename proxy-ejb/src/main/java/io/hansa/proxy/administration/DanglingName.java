package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;

/**
 * A name in an item that belongs to nothing.
 *
 * @param kind of the item
 * @param key the item's name or id
 * @param member of the item that holds the name
 * @param name with its kind: {@code account:alice}, {@code capability:trade.*}
 */
public record DanglingName(Kind kind, String key, String member, String name) {
    /** A sentence with the remedy. */
    public String text() {
        return "The %s %s names %s as its %s, which does not exist; create it, or change the %s."
                .formatted(kind.word(), key, name, member, kind.word());
    }

    JsonObject json() {
        return JSON.createObjectBuilder()
                .add("kind", kind.word())
                .add("key", key)
                .add("member", member)
                .add("name", name)
                .add("text", text())
                .build();
    }

    /** By this the names are sorted. */
    String position() {
        return kind.word() + "/" + key + "/" + member + "/" + name;
    }
}
