package io.hansa.proxy.permission;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.capability.CapabilityPattern;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.permission.Rule.Action;
import io.hansa.proxy.permission.Rule.Effect;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** A permission as JSON of the administration API. */
public final class PermissionJson {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private PermissionJson() {}

    public static Permission parse(String id, JsonObject json) {
        Document document = new Document("permission", json);
        try {
            document.same("id", id);
            Permission permission =
                    new Permission(
                            id,
                            subject(document.requiredText("subject")),
                            rule(document),
                            new Validity(
                                    instant(document, "validFrom"),
                                    instant(document, "validUntil")),
                            document.object("quota").map(QuotaJson::parse).orElse(null),
                            0);
            document.end();
            return permission;
        } catch (IllegalArgumentException refused) {
            throw document.refused(refused.getMessage());
        }
    }

    public static JsonObject print(Permission permission) {
        Rule rule = permission.rule();
        return JSON.createObjectBuilder()
                .add("id", permission.id())
                .add("subject", permission.subject().toString())
                .add("capability", rule.capability().text())
                .add("action", rule.action().name())
                .add("effect", rule.effect().name())
                .add("server", orNull(rule.server()))
                .add("validFrom", orNull(permission.validity().from()))
                .add("validUntil", orNull(permission.validity().until()))
                .add("quota", QuotaJson.print(permission.quota()))
                .build();
    }

    private static Rule rule(Document document) {
        return new Rule(
                CapabilityPattern.parse("capability", document.requiredText("capability")),
                document.choice("action", Action.class, Action.CALL),
                document.choice("effect", Effect.class, Effect.ALLOW),
                document.text("server").map(server -> Name.check("server", server)).orElse(null));
    }

    private static Subject subject(String text) {
        Subject subject = Subject.parse(text);
        try {
            if (subject.peerAccount().isEmpty()) {
                Name.check("subject", subject.name());
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "subject names no account: " + malformed.getMessage());
        }
        return subject;
    }

    /** To the microsecond, as finely as the database keeps it. */
    private static Instant instant(Document document, String member) {
        String text = document.text(member).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException broken) {
            throw document.wrong(member, "\"" + text + "\"", remedy());
        }
        throw document.wrong(member, "\"" + text + "\"", remedy());
    }

    private static String remedy() {
        return "give a time with its offset between the years 1970 and 9999, such as"
                + " 2026-01-31T08:00:00Z";
    }

    private static JsonValue orNull(Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
