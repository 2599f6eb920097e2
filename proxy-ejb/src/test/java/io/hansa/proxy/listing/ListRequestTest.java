package io.hansa.proxy.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListRequestTest {

    @ParameterizedTest
    @CsvSource({
        "trade, trade.settle",
        "TRADE, trade.settle",
        "settle, Trade.Settle",
        "e, trade",
        "ärger, ÄRGER",
        "结算, 交易结算",
        "k, \u212a"
    })
    void findsATextInAnyCase(String text, String item) {
        assertThat(asked(text).finds(List.of("other", item))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"trades, trade", "settle.trade, trade.settle", "x, trade", "é, e"})
    void findsNothingElse(String text, String item) {
        assertThat(asked(text).finds(Arrays.asList(null, item, ""))).isFalse();
    }

    @Test
    void findsEverythingWithoutAText() {
        assertThat(ListRequest.parse(Map.of("q", ""), List.of("name")).finds(List.of())).isTrue();
    }

    private static ListRequest asked(String text) {
        return ListRequest.parse(Map.of("q", text), List.of("name"));
    }
}
