package io.hansa.proxy.workbench;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.document.Document;
import io.hansa.proxy.registration.RuleTrial;
import io.hansa.proxy.schema.Schemas;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Puts a reply to assist rules that an administrator gives. */
public final class AssistWorkbench {
    private AssistWorkbench() {}

    /**
     * @param json {@code rules} as in a server's entry, {@code bodyText} or {@code bodyHex}, and
     *     the {@code contentType} that an HTTP server states
     */
    public static JsonObject tryRules(JsonObject json) {
        Schemas.check("AssistToTry", json);
        Document document = new Document("assist/try", json);
        JsonArray rules = document.array("rules").orElseThrow(() -> document.missing("rules"));
        String contentType = document.text("contentType").orElse(null);
        byte[] body = GivenBytes.body(document);
        document.end();
        try {
            return print(RuleTrial.of(rules, body, contentType));
        } catch (IllegalArgumentException refused) {
            throw document.refused(refused.getMessage() + ".");
        }
    }

    private static JsonObject print(RuleTrial trial) {
        JsonArrayBuilder looked = JSON.createArrayBuilder();
        trial.reasons().forEach(looked::add);
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("outcome", trial.outcome().name())
                        .add("rule", trial.rule() < 0 ? JsonValue.NULL : number(trial.rule()))
                        .add("reason", trial.reason())
                        .add("passedOver", looked);
        Assistance asked = trial.assistance();
        if (asked != null) {
            json.add("capability", asked.capability())
                    .add(
                            "contentType",
                            asked.contentType() == null
                                    ? JsonValue.NULL
                                    : JSON.createValue(asked.contentType()))
                    .add("data", new BytesJson(null, GivenBytes.MAX).print(asked.data()));
        }
        return json.build();
    }

    private static JsonValue number(int value) {
        return JSON.createValue(value);
    }
}
