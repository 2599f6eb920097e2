package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Protocols of legacy servers, of which the caller knows nothing (R22). */
@WithLeague
class LegacyProtocolIT {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP = "\"soap\":{\"version\":\"1.1\",\"action\":\"urn:quote\"}";

    private final ProxySystem shopA;

    LegacyProtocolIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @Test
    void theEndOfTheStreamEndsTheMessage() throws IOException {
        try (LegacySystem server =
                        new LegacySystem(
                                "\"framing\":{\"type\":\"close\"}", Conversations::untilTheEnd);
                Offer offer = shopA.offer("it.close", server)) {
            assertThat(ask(offer, "one\ntwo").text()).isEqualTo("<one\ntwo>");
            assertThat(ask(offer, "three").text()).isEqualTo("<three>");
        }
    }

    @Test
    void framesAreCheckedAndInTheServersCharset() throws IOException {
        try (LegacySystem server =
                        new LegacySystem(
                                "\"framing\":{\"type\":\"stx-etx\",\"lrc\":true},\"charset\":\"IBM037\"",
                                Conversations::checked);
                Offer offer = shopA.offer("it.stx-etx", server)) {
            assertThat(ask(offer, "Gr\u00fc\u00dfe 42").text()).isEqualTo("Gr\u00fc\u00dfe 42");
            assertThat(ask(offer, "again").text()).isEqualTo("again");
            assertThat(server.requests()).as("connections").isEqualTo(1);
        }
    }

    @Test
    void requestsOnSharedConnectionGetOwnReplies() throws Exception {
        try (LegacySystem server =
                        new LegacySystem(
                                "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\",\"correlate\":{\"offset\":0,\"bytes\":4}}",
                                Conversations.reversed(4));
                Offer offer = shopA.offer("it.correlate", server)) {
            List<CompletableFuture<Reply>> replies = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                replies.add(
                        shopA.call(offer.capability())
                                .text("%04d of twelve".formatted(number))
                                .sendAsync());
            }
            for (int number = 0; number < 12; number++) {
                Reply reply = replies.get(number).get(20, TimeUnit.SECONDS);
                assertThat(reply.ok().text()).isEqualTo("%04d of twelve".formatted(number));
            }
            assertThat(server.requests()).as("connections").isEqualTo(1);
        }
    }

    @Test
    void soapIsPutAroundAndTakenOff() throws IOException {
        try (LegacySystem server =
                        new LegacySystem(
                                SOAP,
                                Conversations.http(
                                        200, "text/xml", envelope("<price>12</price>")));
                Offer offer = shopA.offer("it.soap", server)) {
            Reply reply = ask(offer, "<quote>book</quote>");
            assertThat(reply.text()).isEqualTo("<price>12</price>");
            assertThat(reply.header("Content-Type")).startsWith("application/xml");
        }
    }

    @Test
    void aSoapFaultIsTheServersFault() throws IOException {
        String fault =
                "<s:Fault><faultcode>s:Server</faultcode><faultstring>out of books</faultstring></s:Fault>";
        try (LegacySystem server =
                        new LegacySystem(
                                SOAP, Conversations.http(500, "text/xml", envelope(fault)));
                Offer offer = shopA.offer("it.soap", server)) {
            assertThat(
                            shopA.call(offer.capability())
                                    .text("<quote>book</quote>")
                                    .send()
                                    .problem(502, "server-fault")
                                    .withUnknownEffect()
                                    .detail())
                    .contains("out of books");
            shopA.call(offer.capability())
                    .text("no xml")
                    .send()
                    .problem(502, "server-protocol-error")
                    .withoutEffect();
        }
    }

    private Reply ask(Offer offer, String data) throws IOException {
        return shopA.call(offer.capability()).text(data).send().ok();
    }

    private static String envelope(String content) {
        return "<s:Envelope xmlns:s=\""
                + SOAP_11
                + "\"><s:Body>"
                + content
                + "</s:Body></s:Envelope>";
    }
}
