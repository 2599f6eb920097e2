package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServer;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.HttpServerSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that is too deep, too many or too long to be parsed or matched is refused at once, from
 * every sender.
 */
interface ParsingBoundsView extends SeenProxy {
    Duration AT_ONCE = Duration.ofSeconds(10);

    String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    @Test
    default void aDeepDocumentOfAnAdministratorIsRefused() throws Exception {
        String nested = "[".repeat(50_000) + "]".repeat(50_000);
        proxy().administration()
                .putText("/servers/deep", "{\"assist\":" + nested + "}")
                .problem(400, "request-invalid")
                .withoutEffect();
    }

    @Test
    default void aLongArrayOfAnAdministratorIsRefused() throws Exception {
        String groups =
                IntStream.range(0, 80_000)
                        .mapToObj(number -> "\"g" + number + "\"")
                        .collect(Collectors.joining(","));
        prompt(
                () ->
                        assertThat(
                                        proxy().administration()
                                                .putText(
                                                        "/accounts/many",
                                                        "{\"groups\":[" + groups + "]}")
                                                .problem(400, "request-invalid")
                                                .detail())
                                .contains("1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((a{1,100}){1,100}){1,100})", "(a)\\\\1", "(?=a)"})
    default void anExpressionThatCannotBeMatchedInLinearTimeIsRefused(String regex)
            throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO)) {
            JsonObject entry =
                    withRule(server, "{\"regex\":\"" + regex + "\",\"capability\":\"c\"}");
            prompt(
                    () ->
                            assertThat(
                                            proxy().administration()
                                                    .put("/servers/" + server.id(), entry)
                                                    .problem(400, "request-invalid")
                                                    .detail())
                                    .contains("regex"));
        }
    }

    @Test
    default void envelopeOfManyNamespacesIsServerFault() throws Exception {
        String many =
                IntStream.range(0, 60_000)
                        .mapToObj(number -> "xmlns:n" + number + "='u'")
                        .collect(Collectors.joining(" "));
        String reply =
                "<s:Envelope xmlns:s='%s'><s:Body><r %s/></s:Body></s:Envelope>"
                        .formatted(ENVELOPE, many);
        try (HttpServerSystem server =
                        HttpServerSystem.that(200, Map.of("Content-Type", "text/xml"), reply);
                Offer offer = proxy().offer("single.soap", server)) {
            offer.permit("account:admin");
            proxy().administration()
                    .put(
                            "/servers/" + server.id(),
                            server.entry("single.soap")
                                    .add("soap", Json.createObjectBuilder().add("version", "1.1"))
                                    .build())
                    .ok();
            prompt(() -> call("single.soap", "<q/>").problem(502, "server-protocol-error"));
        }
    }

    private Reply call(String capability, String data) throws Exception {
        return proxy().call(capability)
                .as(admin())
                .bytes(data.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static JsonObject withRule(BusinessServer server, String rule) {
        try (var reader = Json.createReader(new StringReader("[" + rule + "]"))) {
            return server.entry("single.parsed").add("assist", reader.readArray()).build();
        }
    }

    /** Far less than any of these took before, and more than a busy machine needs. */
    private static void prompt(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    }

    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }
}
