package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an auditor reads: who changed what, when, from what to what, and no secret. */
interface AuditorsView extends SeenProxy {
    @Test
    default void everyChangeIsAuditedWithoutSecrets() throws IOException {
        Administration admin = proxy().administration();
        admin.put("/accounts/audited", Specimen.caller("the first secret")).status(201);
        admin.put("/accounts/audited", Specimen.caller("the second secret", "buyers")).ok();
        admin.delete("/accounts/audited").status(204);

        String text = admin.get("/audit?limit=50").ok().text();
        assertThat(text).doesNotContain("secret").doesNotContainIgnoringCase("argon2");
        List<JsonObject> changes = changes(admin);
        assertThat(changes).hasSize(3);
        assertThat(changes).allMatch(change -> change.getString("who").equals("admin"));
        assertThat(changes)
                .extracting(change -> Instant.parse(change.getString("when")))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        JsonObject removed = changes.get(0);
        JsonObject replaced = changes.get(1);
        JsonObject created = changes.get(2);
        assertThat(created.isNull("before")).isTrue();
        assertThat(created.getJsonObject("after").getString("name")).isEqualTo("audited");
        assertThat(replaced.getJsonObject("after").getJsonArray("groups")).hasSize(1);
        assertThat(replaced.getJsonObject("after").getBoolean("passwordChanged")).isTrue();
        assertThat(removed.isNull("after")).isTrue();
    }

    @Test
    default void anAuditorReadsAllAndChangesNothing() throws IOException {
        Administration admin = proxy().administration();
        JsonObject auditor =
                Json.createObjectBuilder()
                        .add("password", "an auditor's password")
                        .add("roles", Json.createArrayBuilder().add("AUDITOR"))
                        .build();
        admin.put("/accounts/auditor", auditor).status(201);
        try {
            Administration audit =
                    proxy().administration(Credentials.basic("auditor", "an auditor's password"));
            assertThat(all(audit)).isNotEmpty();
            audit.get("/accounts").ok();
            audit.delete("/accounts/admin").problem(403, "permission-denied");
        } finally {
            admin.delete("/accounts/auditor").status(204);
        }
    }

    private static List<JsonObject> changes(Administration admin) throws IOException {
        return all(admin).stream()
                .filter(change -> change.getString("key").equals("audited"))
                .toList();
    }

    private static List<JsonObject> all(Administration admin) throws IOException {
        return admin.get("/audit?limit=500").ok().json().getJsonArray("audit").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }
}
