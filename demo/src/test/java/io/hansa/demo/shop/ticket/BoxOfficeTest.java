package io.hansa.demo.shop.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxOfficeTest {

    private final BoxOffice office = new BoxOffice(Map.of("OPERA-2", 5));

    @Test
    void issuesNumberedTickets() {
        assertThat(office.answer(request("OPERA-2", 2, 0)))
                .startsWith("TICKET00OPERA-2     002K00000001 K00000002 00003T1-000001   ISSUED ")
                .hasSize(120);
        assertThat(office.answer(request("OPERA-2", 3, 0)))
                .startsWith("TICKET00OPERA-2     003K00000003 K00000005 00000");
    }

    @Test
    void sellsNoneWhenTooFewSeatsAreLeft() {
        assertThat(office.answer(request("OPERA-2", 6, 0)))
                .startsWith("TICKET10OPERA-2     006                    00005")
                .contains("ONLY 5 SEATS LEFT")
                .hasSize(120);
        assertThat(office.answer(request("OPERA-2", 5, 0))).startsWith("TICKET00");
    }

    @Test
    void knowsOnlyItsProgramme() {
        assertThat(office.answer(request("CIRCUS", 1, 0)))
                .startsWith("TICKET20CIRCUS")
                .contains("UNKNOWN EVENT");
    }

    @Test
    void notesGoodsForTheCounter() {
        assertThat(office.answer(request("OPERA-2", 1, 3))).contains("COLLECT 3 PIECES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ISSUE ",
                "REFUNDOPERA-2     001T1-000001   S-1         00000",
                "ISSUE OPERA-2     0x1T1-000001   S-1         00000",
                "ISSUE OPERA-2     000T1-000001   S-1         00000",
            })
    void answersWhatIsNoRequest(String columns) {
        assertThat(office.answer(columns)).startsWith("TICKET90").hasSize(120);
    }

    private static String request(String event, int seats, int pieces) {
        return String.format("ISSUE %-12s%03dT1-000001   S-1001      %05d", event, seats, pieces);
    }
}
