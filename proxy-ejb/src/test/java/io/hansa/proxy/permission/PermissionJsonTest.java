package io.hansa.proxy.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionJsonTest {
    @Test
    void readsAGrantAndPrintsItWithItsId() {
        Permission permission =
                parse(
                        """
                        {"subject":"group:retail","capability":"trade.settle","server":null,
                         "validFrom":"2026-01-31T08:00:00.1234567+02:00","validUntil":null}""");
        assertThat(permission.validFrom()).isEqualTo(Instant.parse("2026-01-31T06:00:00.123456Z"));
        assertThat(PermissionJson.print(permission).toString())
                .isEqualTo(
                        "{\"id\":\"1\",\"subject\":\"group:retail\",\"capability\":\"trade.settle\","
                                + "\"server\":null,\"validFrom\":\"2026-01-31T06:00:00.123456Z\","
                                + "\"validUntil\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"capability\":\"a\"}",
                "{\"subject\":\"account:a\"}",
                "{\"subject\":\"shop\",\"capability\":\"a\"}",
                "{\"subject\":\"user:shop\",\"capability\":\"a\"}",
                "{\"subject\":\"account:\",\"capability\":\"a\"}",
                "{\"subject\":\"account:a/b\",\"capability\":\"a\"}",
                "{\"subject\":\"peer:a/\",\"capability\":\"a\"}",
                "{\"subject\":\"peer:/b\",\"capability\":\"a\"}",
                "{\"subject\":\"peer:a/b c\",\"capability\":\"a\"}",
                "{\"subject\":\"account:a b\",\"capability\":\"a\"}",
                "{\"subject\":\"account:a\",\"capability\":\"*\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"server\":\"/\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"validFrom\":\"tomorrow\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"validFrom\":\"2026-01-01\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\","
                        + "\"validUntil\":\"+99999-01-01T00:00:00Z\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\","
                        + "\"validFrom\":\"2026-01-02T00:00:00Z\","
                        + "\"validUntil\":\"2026-01-01T00:00:00Z\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"id\":\"1\"}"
            })
    void refusesAGrantThatSaysTooLittleTooMuchOrNonsense(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer:a", "peer:a/b", "peer:a/b@c.example", "peer:a/b/c", "peer:a/ä|0"})
    void takesPeersAndTheirAccounts(String subject) {
        JsonObject json =
                Json.createObjectBuilder().add("subject", subject).add("capability", "a").build();

        Permission permission = PermissionJson.parse("1", json);

        assertThat(PermissionJson.print(permission).getString("subject")).isEqualTo(subject);
    }

    private static Permission parse(String json) {
        return PermissionJson.parse("1", JsonText.object(json));
    }
}
