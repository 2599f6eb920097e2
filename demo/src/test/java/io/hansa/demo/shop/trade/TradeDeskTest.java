package io.hansa.demo.shop.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeDeskTest {

    private final TradeDesk desk = new TradeDesk("T1");

    @Test
    void asksForPricesOfABasketOfGoods() {
        assertThat(desk.answer("SETTLE|S-1001|Käthe\nITEM|keyboard|2\nITEM|cable|100\n"))
                .isEqualTo(
                        """
                        HANSA-ASSIST price.quote
                        SETTLEMENT|T1-000001|S-1001|Käthe
                        ITEM|keyboard|2
                        ITEM|cable|100
                        """);
    }

    @Test
    void asksForTicketsOfABasketWithTickets() {
        assertThat(desk.answer("SETTLE|S-1001|shop\r\nITEM|mouse|3\r\nTICKET|CONCERT-7|2"))
                .isEqualTo(
                        "HANSA-ASSIST ticket.issue\n"
                                + "ISSUE CONCERT-7   002T1-000001   S-1001      00003");
    }

    @Test
    void numbersEverySettlementOnce() {
        String basket = "SETTLE|S-1|shop\nITEM|mouse|1";
        assertThat(desk.answer(basket)).contains("|T1-000001|");
        assertThat(desk.answer(basket)).contains("|T1-000002|");
        assertThat(new TradeDesk("T2").answer(basket)).contains("|T2-000001|");
    }

    @ParameterizedTest
    @CsvSource({
        "'', LINES",
        "'ITEM|mouse|1', LINE",
        "'SETTLE|S-1|shop', EMPTY",
        "'SETTLE|1001|shop;ITEM|mouse|1', FIELD",
        "'SETTLE|S-1|;ITEM|mouse|1', FIELD",
        "'SETTLE|S-1|shop;ITEM|Mouse|1', FIELD",
        "'SETTLE|S-1|shop;ITEM|mouse|0', QUANTITY",
        "'SETTLE|S-1|shop;ITEM|mouse|1000', QUANTITY",
        "'SETTLE|S-1|shop;ITEM|mouse|x', QUANTITY",
        "'SETTLE|S-1|shop;TICKET|CONCERT-7|10', QUANTITY",
        "'SETTLE|S-1|shop;TICKET|A|1;TICKET|B|1', TICKETS",
        "'SETTLE|S-1|shop;GIFT|mouse|1', LINE",
    })
    void refusesWithItsReason(String lines, String code) {
        assertThat(desk.answer(lines.replace(';', '\n'))).startsWith("ERROR|" + code + "|");
    }

    @Test
    void refusesMoreLinesThanABasketHolds() {
        String lines = "SETTLE|S-1|shop\n" + "ITEM|mouse|1\n".repeat(51);
        assertThat(desk.answer(lines)).startsWith("ERROR|LINES|");
    }
}
