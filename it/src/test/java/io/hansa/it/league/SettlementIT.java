package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** A settlement's way through the league (R1, R3, R4, R5, R23). */
@WithLeague
class SettlementIT {
    private static final String SERVICE = "trade.settle";

    private final ProxySystem shopA;
    private final ProxySystem shopB;
    private final ProxySystem tickets;

    SettlementIT(LeagueSystem league) {
        shopA = league.shopA();
        shopB = league.shopB();
        tickets = league.tickets();
    }

    @Test
    void goodsArePricedByTheIntranetPeer() throws IOException {
        Reply reply = shopA.call(SERVICE).text(Baskets.GOODS).send().ok();
        assertThat(reply.header("Hansa-Path")).isEqualTo("shop-a,shop-b");
        assertThat(reply.header("Hansa-Server")).startsWith("shop-b/");
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        JsonObject quote = reply.json();
        assertThat(quote.getString("order")).isEqualTo("S-2001");
        assertThat(quote.getString("customer")).isEqualTo("Müller");
        assertThat(quote.getString("currency")).isEqualTo("CNY");
        assertThat(total(quote)).isEqualByComparingTo(total());
    }

    /** By the price list and the discount rules of the price server's database. */
    private static BigDecimal total() {
        BigDecimal keyboards = less(less(list("129.00"), "4"), "5").multiply(list("2"));
        BigDecimal cables = less(list("9.95"), "12.5").multiply(list("100"));
        BigDecimal monitor = less(list("899.00"), "3");
        return cents(keyboards).add(cents(cables)).add(cents(monitor));
    }

    @Test
    void aTicketIsIssuedByTheExtranetPeer() throws IOException {
        Reply reply = shopA.call(SERVICE).text(Baskets.TICKET).send().ok();
        assertThat(reply.header("Hansa-Path")).isEqualTo("shop-a,tickets");
        assertThat(reply.header("Hansa-Server")).startsWith("tickets/");
        assertThat(reply.text())
                .startsWith("TICKET00CONCERT-7   002K")
                .contains("COLLECT 1 PIECES");
    }

    @Test
    void tokenWorksLikeItsPassword() throws IOException {
        Credentials token = Credentials.bearer(shopA.token(Credentials.SHOP));
        shopA.call(SERVICE).as(token).text(Baskets.GOODS).send().ok();
        Reply ticket = shopA.call(SERVICE).as(token).text(Baskets.TICKET).send().ok();
        assertThat(ticket.header("Hansa-Path")).isEqualTo("shop-a,tickets");
    }

    @Test
    void refusalOfTheTradeServerIsItsResult() throws IOException {
        Reply reply = shopA.call(SERVICE).text("SETTLE|S-2003|shop\n").send().ok();
        assertThat(reply.text()).startsWith("ERROR|EMPTY|");
        assertThat(reply.header("Hansa-Path")).isEqualTo("shop-a");
        assertThat(reply.header("Hansa-Server")).startsWith("shop-a/");
    }

    @Test
    void theTraceIsTheSameOnBothProxies() throws IOException {
        String traceId =
                shopA.call(SERVICE).text(Baskets.GOODS).send().ok().header("Hansa-Trace-Id");
        JsonObject first = shopA.trace(traceId).get(0);
        JsonObject second = shopB.trace(traceId).get(0);
        assertThat(first.getString("capability")).isEqualTo(SERVICE);
        assertThat(second.getString("capability")).isEqualTo("price.quote");
        assertThat(second.getString("caller")).contains("shop-a");
        assertThat(second.getString("parentId")).isEqualTo(first.getString("spanId"));
        assertThat(first.getJsonArray("steps").size()).isGreaterThan(5);
        assertThat(first.toString() + second).doesNotContain("keyboard");
        tickets.administration().get("/traces/" + traceId).problem(404, "not-found");
    }

    @Test
    void theCallersOwnTraceIsContinued() throws IOException {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        Reply reply =
                shopA.call(SERVICE)
                        .text(Baskets.TICKET)
                        .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                        .send()
                        .ok();
        assertThat(reply.header("Hansa-Trace-Id")).isEqualTo(traceId);
        assertThat(shopA.trace(traceId).get(0).getString("parentId")).isEqualTo("00f067aa0ba902b7");
        assertThat(tickets.trace(traceId)).hasSize(1);
    }

    private static BigDecimal total(JsonObject quote) {
        return quote.getJsonNumber("total").bigDecimalValue();
    }

    private static BigDecimal list(String price) {
        return new BigDecimal(price);
    }

    private static BigDecimal less(BigDecimal price, String percent) {
        return price.multiply(list("100").subtract(list(percent))).movePointLeft(2);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
