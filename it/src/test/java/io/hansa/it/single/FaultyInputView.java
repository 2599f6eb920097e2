package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Reply;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator is told of input that cannot be right, after which nothing has changed. */
interface FaultyInputView extends SeenProxy {
    @Test
    default void everyFaultOfABodyIsNamed() throws IOException {
        Administration admin = proxy().administration();
        String server =
                """
                {"endpoint":"ftp://h","weight":1e999999999,"colour":"blue","enabled":"yes",
                 "framing":{"type":"length-prefix","bytes":99}}
                """;
        Reply reply = admin.putText("/servers/faulty", server);

        reply.problem(400, "request-invalid").withoutEffect();
        assertThat(reply.json().getJsonArray("faults").getValuesAs(JsonObject.class))
                .extracting(fault -> fault.getString("member"))
                .containsExactlyInAnyOrder(
                        "/endpoint",
                        "/capabilities",
                        "/weight",
                        "/colour",
                        "/enabled",
                        "/framing/bytes");
        admin.get("/servers/faulty").problem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"description\":\"a\",\"description\":\"b\"}|/description",
                "{\"description\":\"\\u0000\"}|description",
                "{\"description\":\"\\ud800\"}|description",
                "{\"labels\":{\"a\":1e99999999999}}|/labels/a",
                "{\"labels\":{\"caf\\u00e9\":\"x\"}}|/labels/caf",
                "{\"colour\":\"blue\"}|/colour",
                "{\"description\":7}|/description"
            })
    default void theMemberOfAFaultIsNamed(String body, String member) throws IOException {
        Administration admin = proxy().administration();

        assertThat(
                        admin.putText("/groups/faulty", body)
                                .problem(400, "request-invalid")
                                .withoutEffect()
                                .detail())
                .contains(member);
        admin.get("/groups/faulty").problem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/accounts/faulty|{\"password\":\"short\"}|/password",
                "/servers/faulty|{\"endpoint\":\"tcp://h:1\",\"capabilities\":[\"a\"]}|``",
                "/servers/faulty|{\"endpoint\":\"http://h\",\"capabilities\":[\"a\"],\"charset\":\"x\"}|/charset",
                "/groups/faulty|{\"description\":|``"
            })
    default void aRefusedBodyHasItsFault(String item, String body, String member)
            throws IOException {
        Administration admin = proxy().administration();

        Reply reply = admin.putText(item, body);

        reply.problem(400, "request-invalid").withoutEffect();
        assertThat(reply.json().getJsonArray("faults").getValuesAs(JsonObject.class))
                .extracting(fault -> fault.getString("member"))
                .containsExactly(member);
        admin.get(item).problem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf%C3%A9", "cafe%CC%81", "%EF%BD%81", "a%E2%80%8B"})
    default void aNameHasOneFormOnly(String name) throws IOException {
        Administration admin = proxy().administration();

        admin.putText("/groups/" + name, "{}").problem(400, "request-invalid").withoutEffect();
        assertThat(admin.get("/groups?q=caf").ok().json().getInt("total")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+10000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "-0001-01-01T00:00:00Z"})
    default void yearsThatNoDatabaseKeepsAreRefused(String time) throws IOException {
        String permission =
                "{\"subject\":\"account:faulty\",\"capability\":\"faulty\",\"validUntil\":\"%s\"}"
                        .formatted(time);

        assertThat(
                        proxy().administration()
                                .post("/permissions", "application/json", permission)
                                .problem(400, "request-invalid")
                                .withoutEffect()
                                .detail())
                .contains("/validUntil");
    }
}
