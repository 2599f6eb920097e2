package io.hansa.demo.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricingServerTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final HttpClient http = HttpClient.newHttpClient();
    private final PricingServer server;

    PricingServerTest() throws Exception {
        server = PricingServer.open(0, Optional.empty(), CLOCK);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void quotesWithEachDiscountAndWhy() throws Exception {
        HttpResponse<String> reply =
                post("SETTLEMENT|T1-000001|S-1001|Zoë\nITEM|keyboard|2\nITEM|cable|100\n");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type"))
                .contains("application/json; charset=utf-8");
        assertThat(reply.body())
                .isEqualTo(
                        """
                        {"settlement":"T1-000001","order":"S-1001","customer":"Zoë","lines":[\
                        {"product":"keyboard","name":"Mechanical keyboard","pieces":2,\
                        "listPrice":129.00,"gross":258.00,"discount":22.70,\
                        "why":["4 % on keyboards","5 % from 2 input devices"],"net":235.30},\
                        {"product":"cable","name":"Data cable 1.5 m","pieces":100,\
                        "listPrice":9.95,"gross":995.00,"discount":124.37,\
                        "why":["12.5 % from 100 data cables"],"net":870.63}],\
                        "total":1105.93,"currency":"CNY"}
                        """);
    }

    @Test
    void answersAnUnknownProductAsAResult() throws Exception {
        HttpResponse<String> reply = post("SETTLEMENT|T1-1|S-1|shop\nITEM|\"tea\\|1\n");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body())
                .startsWith("{\"error\":\"UNKNOWN-PRODUCT\"")
                .contains("'\\\"tea\\\\'");
    }

    @Test
    void refusesWhatIsNoInquiry() throws Exception {
        assertThat(post("").statusCode()).isEqualTo(400);
        assertThat(post("ITEM|keyboard|2").statusCode()).isEqualTo(400);
        assertThat(post("SETTLEMENT|T1-1|S-1|shop\nITEM|keyboard|0").statusCode()).isEqualTo(400);
        assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder().GET()).statusCode()).isEqualTo(405);
    }

    @Test
    void quotesAPriceChangedInTheDatabase(@TempDir Path data) throws Exception {
        try (PricingServer onDisk = PricingServer.open(0, Optional.of(data), CLOCK)) {
            assertThat(post(onDisk, "SETTLEMENT|T|S|c\nITEM|mouse|1").body())
                    .contains("\"net\":49.90");
            try (var connection =
                            DriverManager.getConnection(
                                    "jdbc:h2:file:" + data.resolve("prices"), "prices", "");
                    var statement = connection.createStatement()) {
                statement.execute("UPDATE product SET list_price = 59.90 WHERE number = 'mouse'");
            }
            assertThat(post(onDisk, "SETTLEMENT|T|S|c\nITEM|mouse|1").body())
                    .contains("\"net\":59.90");
        }
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(server, body);
    }

    private HttpResponse<String> post(PricingServer at, String body) throws Exception {
        return send(at, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return send(server, request);
    }

    private HttpResponse<String> send(PricingServer at, HttpRequest.Builder request)
            throws Exception {
        URI quote = URI.create("http://127.0.0.1:" + at.port() + "/quote");
        return http.send(
                request.uri(quote).header("Content-Type", "text/plain; charset=utf-8").build(),
                BodyHandlers.ofString());
    }
}
