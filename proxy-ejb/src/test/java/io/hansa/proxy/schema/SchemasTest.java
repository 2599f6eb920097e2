package io.hansa.proxy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    private static final String SERVER = "{\"endpoint\":\"tcp://h:1\",\"capabilities\":[],%s}";

    @Test
    void everyFaultIsNamedAtOnce() {
        Failure failure =
                refused(
                        "Server",
                        """
                        {"endpoint":"ftp://h","weight":0,"enabled":"yes","colour":"blue","loadThreshold":1.5,
                         "framing":{"type":"length-prefix","bytes":19,"encoding":"ascii"},"labels":{"a b":"c"}}
                        """);

        assertThat(failure.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(members(failure))
                .containsExactlyInAnyOrder(
                        "/endpoint",
                        "/capabilities",
                        "/weight",
                        "/enabled",
                        "/colour",
                        "/framing/bytes",
                        "/framing/encoding",
                        "/labels/a b");
        assertThat(failure)
                .hasMessageContaining("/weight is 0; give a number from 1 to 1000.")
                .hasMessageContaining("/capabilities: the member is missing; add it.")
                .hasMessageContaining(
                        "/framing/encoding is \"ascii\"; give one of BINARY, BINARY_LE, ASCII, EBCDIC, BCD, HEX.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weight\":1e999999999|/weight|1E+999999999",
                "\"weight\":-1e-999999999|/weight|-1E-999999999",
                "\"weight\":1.5|/weight|1.5",
                "\"weight\":\"1\"|/weight|\"1\"",
                "\"loadThreshold\":1e999999999|/loadThreshold|1E+999999999",
                "\"framing\":{\"type\":\"tlv\"}|/framing/type|\"tlv\"",
                "\"framing\":{}|/framing|",
                "\"framing\":7|/framing|7",
                "\"framing\":{\"type\":\"fixed\"}|/framing/bytes|",
                "\"framing\":{\"type\":\"close\",\"bytes\":1}|/framing/bytes|",
                "\"framing\":{\"type\":\"fixed\",\"bytes\":1,\"correlate\":{\"offset\":0}}|/framing/correlate|",
                "\"assist\":[{\"prefix\":\"A\"},{\"prefix\":7}]|/assist/1/prefix|7",
                "\"assist\":[{}]|/assist/0|",
                "\"id\":\"a\\n\"|/id|\"a\\n\"",
                "\"tls\":\"\"|/tls|\"\"",
                "\"capabilities\":[\"\\u00e9\"],\"weight\":1|/capabilities/0|\"é\"",
            })
    void aFaultTellsMemberAndValue(String member, String pointer, String value) {
        Failure failure =
                refused(
                        "Server",
                        SERVER.formatted(member).replace("\"capabilities\":[],\"cap", "\"cap"));

        JsonObject fault = faults(failure).get(0);
        assertThat(faults(failure)).hasSize(1);
        assertThat(fault.getString("member")).isEqualTo(pointer);
        if (value == null) {
            assertThat(fault).doesNotContainKey("value");
        } else {
            assertThat(fault.get("value")).hasToString(value);
        }
        assertThat(fault.getString("message")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":12345}",
                "{\"password\":\"\"}",
                "{\"pasword\":\"12345\"}",
                "{\"passwordHash\":[12345]}"
            })
    void aSecretIsNeverTold(String account) {
        Failure failure = refused("Account", account);

        assertThat(failure.getMessage() + failure.extensions()).doesNotContain("12345");
        assertThat(faults(failure).get(0)).doesNotContainKey("value");
    }

    @Test
    void atMostTwentyFaultsAreNamed() {
        StringBuilder groups = new StringBuilder("{\"groups\":[\"a b\"");
        for (int i = 0; i < 99; i++) {
            groups.append(",\"a b").append(i).append('"');
        }
        Failure failure = refused("Account", groups.append("]}").toString());

        assertThat(faults(failure)).hasSize(20);
        assertThat(failure).hasMessageEndingWith(" And 80 more.");
    }

    @Test
    void longValuesAreShortened() {
        Failure failure = refused("Peer", "{\"link\":\"%s\"}".formatted("x".repeat(100_000)));

        assertThat(failure.getMessage() + failure.extensions()).hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"framing\":null",
                "\"weight\":null",
                "\"idleMillis\":null",
                "\"weight\":2.0e1"
            })
    void aNullMemberCountsAsAbsent(String member) {
        assertThatCode(() -> Schemas.check("Server", JsonText.object(SERVER.formatted(member))))
                .doesNotThrowAnyException();
        refused("Server", "{\"endpoint\":null,\"capabilities\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "2026-01-31",
                "2026-02-30T00:00:00Z",
                "now"
            })
    void timesBeyondTheDatabaseAreRefused(String time) {
        Failure failure =
                refused(
                        "Permission",
                        "{\"subject\":\"account:a\",\"capability\":\"c\",\"validUntil\":\"%s\"}"
                                .formatted(time));

        assertThat(members(failure)).containsExactly("/validUntil");
        assertThat(failure).hasMessageContaining("between the years 1970 and 9999");
    }

    @ParameterizedTest
    @CsvSource({"caf\u00e9", "cafe\u0301", "\uff41", "a\u200b", "a b", "' a'", "-a", "\u4ef7"})
    void namesOfAnotherFormAreRefused(String name) {
        assertThat(members(refused("Account", "{\"groups\":[\"%s\"]}".formatted(name))))
                .containsExactly("/groups/0");
    }

    @Test
    void aLongListIsCheckedInLinearTime() {
        String groups = "[\"a\"" + ",\"a\"".repeat(99_000) + "]";
        JsonObject account = JsonText.object("{\"groups\":" + groups + "}");

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(refused(account)).isNotNull());
    }

    private static Failure refused(JsonObject account) {
        return catchThrowableOfType(Failure.class, () -> Schemas.check("Account", account));
    }

    private static Failure refused(String schema, String json) {
        JsonObject object = JsonText.object(json);
        Failure failure = catchThrowableOfType(Failure.class, () -> Schemas.check(schema, object));
        assertThat(failure).as(json).isNotNull();
        return failure;
    }

    private static List<JsonObject> faults(Failure failure) {
        return ((Collection<?>) failure.extensions().get("faults"))
                .stream().map(fault -> ((JsonValue) fault).asJsonObject()).toList();
    }

    private static List<String> members(Failure failure) {
        return faults(failure).stream().map(fault -> fault.getString("member")).toList();
    }
}
