package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLeague;
import jakarta.json.JsonString;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Servers that ask each other (R6). */
@WithLeague
class LoopIT {
    private final ProxySystem shopA;
    private final ProxySystem shopB;

    LoopIT(LeagueSystem league) {
        shopA = league.shopA();
        shopB = league.shopB();
    }

    @Test
    void loopOverTwoProxiesIsRefusedWithPath() throws IOException {
        try (BusinessServerSystem ping = BusinessServerSystem.that(Manners.asksFor("it.pong"));
                BusinessServerSystem pong = BusinessServerSystem.that(Manners.asksFor("it.ping"));
                Offer here = shopA.offer("it.ping", ping);
                Offer there = shopB.offer("it.pong", pong)) {
            shopA.awaitCapability(there.capability(), shopB);
            shopB.awaitCapability(here.capability(), shopA);
            Problem loop = shopA.call("it.ping").text("ball").send().problem(508, "loop-detected");
            loop.withUnknownEffect();
            assertThat(loop.detail()).contains("it.ping", "it.pong");
            assertThat(loop.json().getJsonArray("path").getValuesAs(JsonString::getString))
                    .startsWith("shop-a", "shop-b");
            assertThat(ping.requests()).isEqualTo(1);
            assertThat(pong.requests()).isEqualTo(1);
        }
    }

    @Test
    void aLoopWithinOneProxyIsRefused() throws IOException {
        try (BusinessServerSystem self = BusinessServerSystem.that(Manners.asksFor("it.self"));
                Offer here = shopA.offer("it.self", self)) {
            shopA.call(here.capability()).text("mirror").send().problem(508, "loop-detected");
            assertThat(self.requests()).isEqualTo(1);
        }
    }

    @Test
    void assistanceFromTheSameProxyIsNoLoop() throws IOException {
        try (BusinessServerSystem first = BusinessServerSystem.that(Manners.asksFor("it.second"));
                BusinessServerSystem second = BusinessServerSystem.that(Manners.ECHO);
                Offer one = shopA.offer("it.first", first);
                Offer two = shopA.offer("it.second", second)) {
            var reply = shopA.call(one.capability()).text("parcel").send().ok();
            assertThat(reply.text()).isEqualTo("parcel");
            assertThat(reply.header("Hansa-Path")).isEqualTo("shop-a");
            assertThat(reply.header("Hansa-Server")).isEqualTo("shop-a/" + second.id());
            assertThat(two.capability()).isEqualTo("it.second");
        }
    }
}
