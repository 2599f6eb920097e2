package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an administrator does to the registry, and what comes back. */
interface AdministratorsView extends SeenProxy {
    @ParameterizedTest
    @EnumSource(Specimen.class)
    default void anItemIsCreatedReadReplacedAndRemoved(Specimen kind) throws IOException {
        Administration admin = proxy().administration();
        Reply created = admin.put(kind.path(), kind.first()).status(201);
        assertThat(item(created)).isEqualTo(admin.get(kind.path()).ok().json());
        assertThat(admin.get(kind.path()).header("ETag")).isEqualTo(created.header("ETag"));
        assertThat(list(admin, kind)).contains(item(created));

        Reply replaced = admin.putIfMatch(kind.path(), kind.second(), created.header("ETag")).ok();
        assertThat(item(replaced)).isNotEqualTo(item(created));
        assertThat(replaced.header("ETag")).isNotEqualTo(created.header("ETag"));

        admin.delete(kind.path()).status(204);
        admin.get(kind.path()).problem(404, "not-found").withoutEffect();
        assertThat(list(admin, kind)).doesNotContain(item(replaced));
    }

    @ParameterizedTest
    @EnumSource(Specimen.class)
    default void anUpdateThatWouldBeLostIsRefused(Specimen kind) throws IOException {
        Administration admin = proxy().administration();
        String old = admin.put(kind.path(), kind.first()).status(201).header("ETag");
        Reply other = admin.put(kind.path(), kind.second()).ok();
        admin.putIfMatch(kind.path(), kind.first(), old)
                .problem(412, "change-conflict")
                .withoutEffect();
        assertThat(admin.get(kind.path()).ok().json()).isEqualTo(item(other));
        admin.delete(kind.path()).status(204);
    }

    @ParameterizedTest
    @EnumSource(Specimen.class)
    default void exportedItemCanBeWrittenBack(Specimen kind) throws IOException {
        Administration admin = proxy().administration();
        Reply created = admin.put(kind.path(), kind.first()).status(201);
        assertThat(item(admin.put(kind.path(), created.json()).ok())).isEqualTo(item(created));
        admin.delete(kind.path()).status(204);
    }

    @Test
    default void aPermissionIsGrantedExplainedAndRevoked() throws IOException {
        Administration admin = proxy().administration();
        assertThat(explained(admin).getBoolean("allowed")).isFalse();
        assertThat(explained(admin).getString("reason")).isNotBlank();
        Reply granted =
                admin.post(
                                "/permissions",
                                Json.createObjectBuilder()
                                        .add("subject", "account:admin")
                                        .add("capability", "single.explained")
                                        .build())
                        .status(201);
        String id = granted.json().getString("id");
        assertThat(granted.header("Location")).endsWith("/api/v1/admin/permissions/" + id);
        assertThat(explained(admin).getBoolean("allowed")).isTrue();
        assertThat(explained(admin).getJsonArray("grants").getJsonObject(0).getString("id"))
                .isEqualTo(id);
        admin.delete("/permissions/" + id).status(204);
        admin.get("/permissions/" + id).problem(404, "not-found");
        assertThat(explained(admin).getBoolean("allowed")).isFalse();
    }

    @Test
    default void impossibleChangeIsRefusedWithTheRemedy() throws IOException {
        Administration admin = proxy().administration();
        JsonObject unknown = Json.createObjectBuilder().add("colour", "blue").build();
        for (Specimen kind : Specimen.values()) {
            assertThat(
                            admin.put(kind.path(), unknown)
                                    .problem(400, "request-invalid")
                                    .withoutEffect()
                                    .detail())
                    .hasSizeGreaterThan(20);
            admin.get(kind.path()).problem(404, "not-found");
        }
    }

    @Test
    default void theAdministrationIsForAdministrators() throws IOException {
        Administration admin = proxy().administration();
        Credentials caller = Credentials.basic("caller", "a caller's password");
        admin.put("/accounts/caller", Specimen.caller("a caller's password")).status(201);
        try {
            for (Specimen kind : Specimen.values()) {
                proxy().administration(caller)
                        .put(kind.path(), kind.first())
                        .problem(403, "permission-denied")
                        .withoutEffect();
            }
            proxy().administration(caller).get("/audit").problem(403, "permission-denied");
            proxy().administration(caller).get("/traces").problem(403, "permission-denied");
            proxy().administration(caller).get("/nothing").problem(404, "not-found");
        } finally {
            admin.delete("/accounts/caller").status(204);
        }
    }

    /** What a write answered, without what it warns of. */
    private static JsonObject item(Reply written) {
        return Json.createObjectBuilder(written.json()).remove("warnings").build();
    }

    private JsonObject explained(Administration admin) throws IOException {
        String query = "?subject=account:admin&capability=single.explained";
        return admin.get("/permissions/explain" + query).ok().json();
    }

    private static Iterable<JsonObject> list(Administration admin, Specimen kind)
            throws IOException {
        return admin.get(kind.collection()).ok().json().getJsonArray(kind.listName()).stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }
}
