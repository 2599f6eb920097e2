package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which role may do what, as each of them and without any. */
interface RolesView extends SeenProxy {
    String PASSWORD = "a role's long password";
    JsonObject NOTHING = Json.createObjectBuilder().build();

    /**
     * @param reads the status of reading a list
     * @param writes the status of a dry run of a write
     * @param operates the status of setting a breaker of a server that does not exist
     */
    @ParameterizedTest
    @CsvSource({
        "ADMIN, 200, 200, 404",
        "OPERATOR, 200, 403, 404",
        "AUDITOR, 200, 403, 403",
        "CALLER, 403, 403, 403",
        "none, 401, 401, 401"
    })
    default void eachRoleMayDoWhatIsItsOwn(String role, int reads, int writes, int operates)
            throws IOException {
        Administration admin = proxy().administration();
        boolean anonymous = role.equals("none");
        if (!anonymous) {
            admin.put("/accounts/holder", holder(role)).status(201);
        }
        try {
            Administration asked =
                    proxy().administration(
                                    anonymous
                                            ? Credentials.NONE
                                            : Credentials.basic("holder", PASSWORD));
            for (String list :
                    new String[] {
                        "/accounts",
                        "/groups",
                        "/capabilities",
                        "/servers",
                        "/permissions",
                        "/peers",
                        "/breakers",
                        "/nodes",
                        "/traces",
                        "/audit",
                        "/keys",
                        "/overview",
                        "/series",
                        "/overrides",
                        "/export"
                    }) {
                told(asked.get(list), list, reads);
            }
            told(asked.put("/groups/roles?dryRun=true", NOTHING), "put", writes);
            told(asked.post("/apply?dryRun=true", NOTHING), "apply", writes);
            JsonObject open = Json.createObjectBuilder().add("state", "FORCED_OPEN").build();
            told(asked.put("/breakers/server:absent", open), "breaker", operates);
        } finally {
            if (!anonymous) {
                admin.deleteAll("/accounts/holder").status(204);
            }
        }
    }

    private static void told(Reply reply, String what, int status) {
        assertThat(reply.status()).as(what).isEqualTo(status);
    }

    private static JsonObject holder(String role) {
        return Json.createObjectBuilder()
                .add("password", PASSWORD)
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
    }
}
