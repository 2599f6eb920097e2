package io.hansa.demo.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.proxy.ServiceReply;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    @Test
    void isRightWithStatusPathServerAndTrace() {
        assertThat(Settlement.TICKET.faults(reply(200, "tickets", "TICKET00CONCERT-7", "4bf9")))
                .isEmpty();
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThat(Settlement.TICKET.faults(reply(502, "shop-b", "TICKET10CONCERT-7", "")))
                .hasSize(5);
        assertThat(Settlement.TICKET.faults(reply(200, "tickets", "TICKET10CONCERT-7", "4bf9")))
                .containsExactly("The result has no TICKET00CONCERT-7.");
    }

    @Test
    void reportsAFault() {
        ServiceReply wrong = reply(200, "tickets", "TICKET10", "4bf9");
        assertThat(SettlementReport.lines(Settlement.TICKET, wrong, List.of()))
                .contains("  result   TICKET10", "  path     shop-a,tickets", "  trace    4bf9")
                .last()
                .isEqualTo("  WRONG    The result has no TICKET00CONCERT-7.");
    }

    private static ServiceReply reply(int status, String peer, String body, String trace) {
        return new ServiceReply(
                status, "text/plain", body, List.of("shop-a", peer), peer + "/ticket-1", trace);
    }
}
