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
    void readsAGrantAndPrintsItWithId() {
        Permission permission =
                parse(
                        """
                        {"subject":"group:retail","capability":"trade.settle","server":null,
                         "validFrom":"2026-01-31T08:00:00.1234567+02:00","validUntil":null}""");
        assertThat(permission.validity().from())
                .isEqualTo(Instant.parse("2026-01-31T06:00:00.123456Z"));
        assertThat(PermissionJson.print(permission).toString())
                .isEqualTo(
                        "{\"id\":\"1\",\"subject\":\"group:retail\",\"capability\":\"trade.settle\","
                                + "\"action\":\"CALL\",\"effect\":\"ALLOW\",\"server\":null,"
                                + "\"validFrom\":\"2026-01-31T06:00:00.123456Z\","
                                + "\"validUntil\":null,\"quota\":null}");
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
                "{\"subject\":\"account:a\",\"capability\":\"a*\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"action\":\"TALK\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"effect\":\"MAYBE\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"quota\":{}}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"quota\":{\"perDay\":0}}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"quota\":{\"perWeek\":1}}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"effect\":\"DENY\","
                        + "\"quota\":{\"perDay\":1}}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"action\":\"REGISTER\","
                        + "\"quota\":{\"perDay\":1}}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"server\":\"/\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"validFrom\":\"tomorrow\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"validFrom\":\"2026-01-01\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\","
                        + "\"validUntil\":\"+99999-01-01T00:00:00Z\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\","
                        + "\"validFrom\":\"2026-01-02T00:00:00Z\","
                        + "\"validUntil\":\"2026-01-01T00:00:00Z\"}",
                "{\"subject\":\"account:a\",\"capability\":\"a\",\"id\":\"2\"}"
            })
    void refusesAGrantThatSaysTooLittleTooMuchOrNonsense(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subject\":\"account:a\",\"capability\":\"trade.*\",\"effect\":\"DENY\"}",
                "{\"subject\":\"group:a\",\"capability\":\"*\",\"action\":\"REGISTER\"}",
                "{\"subject\":\"group:a\",\"capability\":\"b\",\"quota\":{\"perDay\":5}}",
                "{\"subject\":\"group:a\",\"capability\":\"b\","
                        + "\"quota\":{\"perDay\":5,\"perMonth\":100},\"server\":\"s\"}"
            })
    void readsAgainWhatItPrints(String json) {
        Permission permission = parse(json);

        assertThat(PermissionJson.parse("1", PermissionJson.print(permission)))
                .isEqualTo(permission);
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
