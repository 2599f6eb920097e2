package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.HttpServerSystem;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Business servers that speak HTTP: their results, their requests for help, their faults. */
@WithLeague
class HttpServerIT {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final ProxySystem shopA;

    HttpServerIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @Test
    void theResultKeepsItsContentType() throws IOException {
        try (HttpServerSystem server = HttpServerSystem.that(200, JSON, "{\"a\":1}");
                Offer offer = shopA.offer("it.http", server)) {
            Reply reply = shopA.call(offer.capability()).text("data").send().ok();
            assertThat(reply.header("Content-Type")).isEqualTo("application/json");
            assertThat(reply.text()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void aHeaderAsksForHelp() throws IOException {
        Map<String, String> headers =
                Map.of("Hansa-Assist", "it.http-help", "Content-Type", "text/plain");
        try (HttpServerSystem server = HttpServerSystem.that(200, headers, "carry on with this");
                BusinessServerSystem help = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.http", server);
                Offer second = shopA.offer("it.http-help", help)) {
            Reply reply = shopA.call(offer.capability()).text("data").send().ok();
            assertThat(reply.text()).isEqualTo("carry on with this");
            assertThat(reply.header("Hansa-Server")).isEqualTo("shop-a/" + help.id());
            assertThat(second.capability()).isEqualTo("it.http-help");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void anErrorOfTheServerIsItsFaultAndToldAsItIs(int status) throws IOException {
        try (HttpServerSystem server = HttpServerSystem.that(status, JSON, "{\"why\":\"so\"}");
                Offer offer = shopA.offer("it.http", server)) {
            Problem problem =
                    shopA.call(offer.capability())
                            .text("data")
                            .send()
                            .problem(502, "server-fault")
                            .withUnknownEffect();
            assertThat(problem.json().getInt("serverStatus")).isEqualTo(status);
            assertThat(problem.reply().text()).contains("\"why\":\"so\"");
            assertThat(server.requests()).isEqualTo(1);
        }
    }
}
