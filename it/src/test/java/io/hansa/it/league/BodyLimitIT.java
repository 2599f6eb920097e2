package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.ServiceCall;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much business data a request may bring (R14). */
@WithLeague
class BodyLimitIT {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST = 16 * MEBIBYTE;

    private final ProxySystem shopA;
    private BusinessServerSystem server;
    private Offer offer;

    BodyLimitIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @BeforeEach
    void enterAServer() throws IOException {
        server = BusinessServerSystem.that(Manners.ECHO);
        offer = shopA.offer("it.limit", server);
    }

    @AfterEach
    void takeItOut() throws IOException {
        offer.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with its length", "in chunks"})
    void aBodyOverTheLimitIsRefusedHoweverItIsSent(String how) throws IOException {
        byte[] data = new byte[MOST + 1];
        ServiceCall call = shopA.call("it.limit");
        switch (how) {
            case "with its length" -> call.bytes(data);
            default -> call.stream(data);
        }
        call.send().problem(413, "body-too-large").withoutEffect();
        assertThat(server.requests()).isZero();
        shopA.call("it.limit").text("the next").send().ok();
    }

    @Test
    void aBodyOfJustTheLimitIsTaken() throws IOException {
        byte[] data = new byte[MOST];
        assertThat(shopA.call("it.limit").bytes(data).send().ok().bytes()).hasSize(MOST);
        assertThat(shopA.call("it.limit").stream(data).send().ok().bytes()).hasSize(MOST);
    }
}
