package io.hansa.proxy.account;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import jakarta.json.JsonObject;
import java.util.Locale;

/** A group as JSON of the administration API. */
public final class GroupJson {
    private static final int MAX_DESCRIPTION = 1000;

    private GroupJson() {}

    public static Group parse(String name, JsonObject json) {
        Document document = new Document("group", json);
        requireNoRole(document, Name.check("name", name));
        String description = document.text("description").orElse("");
        if (description.length() > MAX_DESCRIPTION) {
            throw document.wrong(
                    "description",
                    description.length() + " characters long",
                    "give at most " + MAX_DESCRIPTION);
        }
        document.same("name", name);
        document.end();
        return new Group(name, description, 0);
    }

    /**
     * Refuses a group that is called like a role: other services read {@code groups} of a token as
     * roles (MicroProfile JWT).
     */
    static void requireNoRole(Document document, String group) {
        for (Role role : Role.values()) {
            if (role.name().equals(group.toUpperCase(Locale.ROOT))) {
                throw document.refused(
                        "The group \"%s\" has the name of a role, which other services would take it for; choose another name."
                                .formatted(group));
            }
        }
    }

    public static JsonObject print(Group group) {
        return JSON.createObjectBuilder()
                .add("name", group.name())
                .add("description", group.description())
                .build();
    }
}
