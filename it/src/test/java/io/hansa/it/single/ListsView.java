package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Problem;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in pages, changes tried before they are made, and the registry as a document. */
interface ListsView extends SeenProxy {
    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=-name", "&sort=-changedAt"})
    default void aListComesInPagesThatHoldEachItemOnce(String sort) throws IOException {
        Administration admin = proxy().administration();
        try {
            for (int i = 0; i < 7; i++) {
                admin.put("/capabilities/paged." + i, described("The Paged one " + i)).status(201);
            }
            List<String> names = new ArrayList<>();
            String after = "";
            for (int page = 0; page < 4 && after != null; page++) {
                JsonObject json =
                        admin.get("/capabilities?q=PAGED&limit=2" + sort + after).ok().json();
                assertThat(json.getInt("total")).isEqualTo(7);
                json.getJsonArray("capabilities")
                        .forEach(item -> names.add(item.asJsonObject().getString("name")));
                after = json.containsKey("next") ? "&after=" + json.getString("next") : null;
            }
            assertThat(after).isNull();
            assertThat(names).hasSize(7).doesNotHaveDuplicates();
            assertThat(names.get(0)).isEqualTo(sort.isEmpty() ? "paged.0" : "paged.6");
        } finally {
            for (int i = 0; i < 7; i++) {
                admin.deleteAll("/capabilities/paged." + i).status(204);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryrun=true", "?limit=0", "?limit=1&limit=2", "?colour=blue"})
    default void anUnknownQueryParameterIsRefused(String query) throws IOException {
        proxy().administration().get("/accounts" + query).problem(400, "request-invalid");
        proxy().administration()
                .put("/capabilities/never" + query, described(""))
                .problem(400, "request-invalid");
        proxy().administration().get("/capabilities/never").problem(404, "not-found");
    }

    @Test
    default void dryRunShowsTheChangeAndMakesNone() throws IOException {
        Administration admin = proxy().administration();
        JsonObject plan =
                admin.put("/capabilities/dry?dryRun=true", described("")).status(200).json();
        assertThat(plan.getJsonArray("changes")).hasSize(1);
        assertThat(plan.getJsonArray("consequences")).isNotNull();
        admin.get("/capabilities/dry").problem(404, "not-found");
    }

    @Test
    default void aPatchLeavesTheOtherMembers() throws IOException {
        Administration admin = proxy().administration();
        admin.put("/accounts/patched", Specimen.caller("a long password", "patched.group"));
        try {
            JsonObject off = Json.createObjectBuilder().add("enabled", false).build();
            Reply patched = admin.patch("/accounts/patched", off).ok();
            assertThat(patched.json().getJsonArray("groups")).hasSize(1);
            assertThat(patched.json().getBoolean("enabled")).isFalse();
        } finally {
            admin.deleteAll("/accounts/patched").status(204);
        }
    }

    @Test
    default void itemInUseIsNotRemovedAlone() throws IOException {
        Administration admin = proxy().administration();
        admin.put("/accounts/used", Specimen.caller("a long password")).status(201);
        Reply granted =
                admin.post(
                                "/permissions",
                                Json.createObjectBuilder()
                                        .add("subject", "account:used")
                                        .add("capability", "used.*")
                                        .build())
                        .status(201);
        String id = granted.json().getString("id");
        Problem refused = admin.delete("/accounts/used").problem(409, "in-use");
        assertThat(refused.json().getJsonArray("usedBy").getString(0)).contains(id);
        admin.deleteAll("/accounts/used").status(204);
        admin.get("/permissions/" + id).problem(404, "not-found");
    }

    @Test
    default void registryIsExportedAndAppliedAsDocument() throws IOException {
        Administration admin = proxy().administration();
        String document =
                """
                groups:
                  - name: coded
                    description: Größe 世界
                    labels: {app: coded}
                capabilities:
                  - {name: coded.a, priority: CORE, labels: {app: coded}}
                """;
        JsonObject applied = admin.post("/apply", "application/yaml", document).ok().json();
        assertThat(applied.getJsonArray("changes")).hasSize(2);
        try {
            JsonObject exported = admin.get("/export?label=app=coded").ok().json();
            assertThat(exported.getJsonArray("groups").getJsonObject(0).getString("description"))
                    .isEqualTo("Größe 世界");
            String yaml = admin.get("/export?label=app=coded", "application/yaml").ok().text();
            assertThat(yaml).contains("name: coded.a").doesNotContain("timeoutMillis");
            assertThat(admin.post("/apply", "application/yaml", yaml).ok().json())
                    .extracting(answer -> answer.get("changes"))
                    .isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        } finally {
            admin.post(
                            "/apply?prune=app=coded&allowDeletes=true",
                            Json.createObjectBuilder().build())
                    .ok();
        }
        admin.get("/groups/coded").problem(404, "not-found");
    }

    private static JsonObject described(String description) {
        return Json.createObjectBuilder().add("description", description).build();
    }
}
