package io.hansa.proxy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.AccountJson;
import io.hansa.proxy.account.GroupJson;
import io.hansa.proxy.account.NewPasswords;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.breaker.BreakerJson;
import io.hansa.proxy.capability.CapabilityJson;
import io.hansa.proxy.configuration.PasswordRules;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.federation.PeerJson;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.registration.FramingJson;
import io.hansa.proxy.registration.ServerJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parsers take what the schemas describe, and fill in the defaults that the schemas name. */
class ParsersTest {
    private static final NewPasswords PASSWORDS = new NewPasswords(new PasswordRules(1, 9), null);

    private static final Map<String, UnaryOperator<JsonObject>> PARSERS = new TreeMap<>();

    static {
        PARSERS.put("Account", ParsersTest::account);
        PARSERS.put("Group", json -> GroupJson.print(GroupJson.parse("g", json)));
        PARSERS.put("Capability", json -> CapabilityJson.print(CapabilityJson.parse("c", json)));
        PARSERS.put("Server", json -> ServerJson.print(ServerJson.parse("s", json)));
        PARSERS.put("Permission", json -> PermissionJson.print(PermissionJson.parse("1", json)));
        PARSERS.put("Peer", json -> PeerJson.print(PeerJson.parse("p", json)));
        PARSERS.put(
                "BreakerSetting",
                json -> BreakerJson.print(BreakerJson.parse("server:s", json, Instant.now())));
        for (String framing :
                new String[] {"LengthPrefix", "Delimiter", "StxEtx", "Fixed", "Close"}) {
            PARSERS.put(framing + "Framing", json -> FramingJson.print(FramingJson.parse(json)));
        }
        for (String rule : new String[] {"Prefix", "Pointer", "Regex", "Bytes"}) {
            PARSERS.put(rule + "Rule", ParsersTest::rule);
        }
        PARSERS.put("Correlation", json -> inFraming("correlate", json));
        PARSERS.put("Iso8583Correlation", ParsersTest::iso8583);
        PARSERS.put("Exchange", json -> inFraming("signOn", json));
        PARSERS.put("Echo", json -> inFraming("echo", json));
    }

    @Test
    void everyExampleIsParsedAndPrintedBySchema() {
        PARSERS.forEach(
                (name, parser) -> {
                    JsonObject example = schema(name).getJsonArray("examples").getJsonObject(0);
                    JsonObject printed = parser.apply(example);

                    requireMembers(name, example, printed);
                    assertThat(Schemas.faults(schema(name), printed)).as(name).isEmpty();
                    requireDefaults(name, example, printed);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Account|{}",
                "Group|{}",
                "Capability|{}",
                "Server|{\"endpoint\":\"http://h\",\"capabilities\":[]}",
                "Permission|{\"subject\":\"group:g\",\"capability\":\"c\"}",
                "Peer|{\"url\":\"http://h\",\"link\":\"INTRANET\"}",
                "LengthPrefixFraming|{\"type\":\"length-prefix\"}",
                "StxEtxFraming|{\"type\":\"stx-etx\"}",
                "FixedFraming|{\"type\":\"fixed\",\"bytes\":1}",
                "PrefixRule|{\"prefix\":\"A\"}",
                "Exchange|{\"requestHex\":\"00\"}",
                "Echo|{\"requestHex\":\"00\"}",
                "Iso8583Correlation|{\"fields\":[11]}"
            })
    void defaultsOfSchemaAndParserAreTheSame(String name, String least) {
        JsonObject given = JsonText.object(least);
        JsonObject printed = PARSERS.get(name).apply(given);

        assertThat(Schemas.faults(schema(name), printed)).isEmpty();
        assertThat(requireDefaults(name, given, printed)).isPositive();
    }

    /** The members that only administration as a whole knows, not the parser of a kind. */
    @ParameterizedTest
    @ValueSource(strings = {"Account", "Group", "Capability", "Server", "Permission", "Peer"})
    void everyKindHasLabelsAndTheTimeOfItsChange(String name) {
        assertThat(schema(name).getJsonObject("properties"))
                .containsKeys("labels", "changedAt", "warnings");
    }

    private static void requireMembers(String place, JsonObject given, JsonObject printed) {
        given.forEach(
                (name, value) -> {
                    if (value instanceof JsonObject inner) {
                        requireMembers(place + "/" + name, inner, printed.getJsonObject(name));
                    } else {
                        assertThat(printed.get(name)).as(place + "/" + name).isEqualTo(value);
                    }
                });
    }

    private static int requireDefaults(String name, JsonObject given, JsonObject printed) {
        int compared = 0;
        for (Map.Entry<String, JsonValue> member :
                schema(name).getJsonObject("properties").entrySet()) {
            JsonValue fallback = fallback(member.getValue().asJsonObject());
            if (fallback != null
                    && !given.containsKey(member.getKey())
                    && printed.containsKey(member.getKey())) {
                assertThat(printed.get(member.getKey()))
                        .as(name + "/" + member.getKey())
                        .isEqualTo(fallback);
                compared++;
            }
        }
        return compared;
    }

    private static JsonValue fallback(JsonObject schema) {
        return schema.containsKey("default") || !schema.containsKey("$ref")
                ? schema.get("default")
                : fallback(pointed(schema.getString("$ref")));
    }

    /** With properties, which a schema of alternatives does not have itself. */
    private static JsonObject schema(String name) {
        JsonObject schema = pointed("#/components/schemas/" + name);
        return schema.containsKey("properties")
                ? schema
                : Json.createObjectBuilder(schema)
                        .add("properties", JsonValue.EMPTY_JSON_OBJECT)
                        .build();
    }

    private static JsonObject pointed(String reference) {
        return ApiDocument.referenced(reference);
    }

    private static JsonObject account(JsonObject json) {
        return AccountJson.print(AccountJson.parse("a", json, PASSWORDS).apply(Optional.empty()));
    }

    private static JsonObject rule(JsonObject json) {
        return AssistRules.print(AssistRules.parse(Json.createArrayBuilder().add(json).build()))
                .getJsonObject(0);
    }

    private static JsonObject iso8583(JsonObject json) {
        return inFraming("correlate", Json.createObjectBuilder().add("iso8583", json).build())
                .getJsonObject("iso8583");
    }

    private static JsonObject inFraming(String member, JsonObject json) {
        JsonObject framing =
                Json.createObjectBuilder().add("type", "length-prefix").add(member, json).build();
        return FramingJson.print(FramingJson.parse(framing)).getJsonObject(member);
    }
}
