package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A server's reply that asks for help reaches the helper byte by byte, and never the caller. Both
 * servers answer with what they are sent.
 */
interface AssistRulesView extends SeenProxy {
    String ASKER = "single.assist.asker";
    String HELPER = "single.assist.helper";

    @Test
    default void helperGetsTheServersExactBytes() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        asking(
                "\"NEED\"",
                () -> {
                    for (String basket :
                            List.of(
                                    "-0",
                                    "1.10",
                                    "1e400",
                                    "1E+5",
                                    "123456789012345678901234567890.10",
                                    "1e999999999",
                                    "7".repeat(100_000),
                                    "{ \"a\":1,\t\"a\":2, \"s\":\"\\ud800\\u0000\\/\u4ef7\"}",
                                    "[]",
                                    "null",
                                    deep)) {
                        assertThat(
                                        reply("{\"status\":\"NEED\",\"basket\":" + basket + "}")
                                                .ok()
                                                .text())
                                .isEqualTo(basket);
                    }
                });
    }

    @Test
    default void partsWithoutRulesMayBeDeepAndLong() throws Exception {
        String parts = "[".repeat(100_000) + "]".repeat(100_000) + ",\"n\":" + "9".repeat(100_000);
        asking(
                "\"NEED\"",
                () -> {
                    assertThat(
                                    reply(
                                                    "{\"deep\":"
                                                            + parts
                                                            + ",\"status\":\"NEED\",\"basket\":1}")
                                            .ok()
                                            .text())
                            .isEqualTo("1");
                    String result = "{\"deep\":" + parts + ",\"status\":\"DONE\"}";
                    assertThat(reply(result).ok().text()).isEqualTo(result);
                });
    }

    @Test
    default void numbersAreEqualByValue() throws Exception {
        asking(
                "100",
                () -> {
                    for (String written : List.of("100", "100.0", "1e2", "1000E-1")) {
                        assertThat(
                                        reply("{\"status\":" + written + ",\"basket\":\"b\"}")
                                                .ok()
                                                .text())
                                .isEqualTo("b");
                    }
                });
    }

    @Test
    default void assistanceWithoutDataIsNoResult() throws Exception {
        asking(
                "\"NEED\"",
                () -> {
                    for (String broken :
                            List.of(
                                    "{\"status\":\"NEED\"}",
                                    "{\"status\":\"NEED\",\"basket\":NaN}",
                                    "{\"status\":\"NEED\",\"basket\":",
                                    "{\"status\":\"NEED\",\"basket\":\"\\ud800\"}")) {
                        assertThat(
                                        reply(broken)
                                                .problem(502, "server-protocol-error")
                                                .withUnknownEffect()
                                                .detail())
                                .contains("assist rule");
                    }
                });
    }

    private void asking(String expected, Requests requests) throws Exception {
        try (BusinessServerSystem asker = BusinessServerSystem.that(Manners.ECHO);
                BusinessServerSystem helper = BusinessServerSystem.that(Manners.ECHO);
                Offer first = proxy().offer(ASKER, asker);
                Offer second = proxy().offer(HELPER, helper)) {
            first.permit("account:admin");
            second.permit("account:admin");
            proxy().administration()
                    .put(
                            "/servers/" + asker.id(),
                            asker.entry(ASKER).add("assist", rule(expected)).build())
                    .ok();
            requests.send();
        }
    }

    private static JsonArray rule(String expected) {
        String rule =
                "[{\"jsonPointer\":\"/status\",\"equals\":%s,\"capability\":\"%s\",\"data\":\"/basket\"}]";
        try (JsonReader reader =
                Json.createReader(new StringReader(rule.formatted(expected, HELPER)))) {
            return reader.readArray();
        }
    }

    private Reply reply(String text) throws IOException {
        return proxy().call(ASKER).as(admin()).bytes(text.getBytes(StandardCharsets.UTF_8)).send();
    }

    /** What is asked while both are offered. */
    interface Requests {
        void send() throws IOException;
    }
}
