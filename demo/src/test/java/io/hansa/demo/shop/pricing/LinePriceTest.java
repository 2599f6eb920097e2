package io.hansa.demo.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.demo.shop.pricing.DiscountRule.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePriceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Product cable = product("9.95", "6.00");

    @Test
    void isTheListPriceWithoutARule() {
        PricedLine line = LinePrice.of(cable, 3, List.of(), DAY);
        assertThat(line.net()).isEqualTo("29.85");
        assertThat(line.discount()).isEqualTo("0.00");
        assertThat(line.reasons()).isEmpty();
    }

    @Test
    void takesTheCampaignBeforeTheQuantityDiscount() {
        PricedLine line =
                LinePrice.of(
                        product("100.00", "1.00"),
                        2,
                        List.of(quantity(1, 2, "5"), campaign(2, "10", null, null)),
                        DAY);
        assertThat(line.net()).isEqualTo("171.00");
        assertThat(line.reasons()).containsExactly("rule 2", "rule 1");
    }

    @Test
    void choosesTheHighestPercentageOfAKind() {
        var rules = List.of(quantity(1, 2, "5"), quantity(2, 10, "7.5"), quantity(3, 100, "20"));
        assertThat(LinePrice.of(cable, 50, rules, DAY).reasons()).containsExactly("rule 2");
        assertThat(LinePrice.of(cable, 1, rules, DAY).reasons()).isEmpty();
    }

    @Test
    void prefersTheCloserFitAmongEquals() {
        var any = rule(1, Kind.CAMPAIGN, null, null, 1, "5", null, null);
        var group = rule(2, Kind.CAMPAIGN, null, "cable", 1, "5.00", null, null);
        var product = rule(3, Kind.CAMPAIGN, "usb", null, 1, "5", null, null);
        var other = rule(4, Kind.CAMPAIGN, "hdmi", null, 1, "50", null, null);
        assertThat(LinePrice.of(cable, 1, List.of(any, group, product, other), DAY).reasons())
                .containsExactly("rule 3");
        assertThat(LinePrice.of(cable, 1, List.of(any, group, other), DAY).reasons())
                .containsExactly("rule 2");
    }

    @Test
    void countsBothDaysOfTheValidity() {
        var rules = List.of(campaign(1, "10", DAY.minusDays(1), DAY));
        assertThat(LinePrice.of(cable, 1, rules, DAY.minusDays(1)).reasons()).hasSize(1);
        assertThat(LinePrice.of(cable, 1, rules, DAY).reasons()).hasSize(1);
        assertThat(LinePrice.of(cable, 1, rules, DAY.plusDays(1)).reasons()).isEmpty();
        assertThat(LinePrice.of(cable, 1, rules, DAY.minusDays(2)).reasons()).isEmpty();
    }

    @Test
    void stopsAtTheFloorAndSaysSo() {
        PricedLine line = LinePrice.of(cable, 2, List.of(campaign(1, "60", null, null)), DAY);
        assertThat(line.net()).isEqualTo("12.00");
        assertThat(line.reasons()).last().asString().contains("lowest price of 6.00");
    }

    @Test
    void roundsOnlyTheLineAndHalfUp() {
        var rules = List.of(quantity(1, 1, "2.50"));
        assertThat(LinePrice.of(product("0.10", "0.00"), 1, rules, DAY).net()).isEqualTo("0.10");
        assertThat(LinePrice.of(product("0.10", "0.00"), 2, rules, DAY).net()).isEqualTo("0.20");
        assertThat(LinePrice.of(product("0.20", "0.00"), 3, rules, DAY).net()).isEqualTo("0.59");
    }

    private static Product product(String listPrice, String floor) {
        return new Product(
                "usb", "USB cable", "cable", new BigDecimal(listPrice), new BigDecimal(floor));
    }

    private static DiscountRule quantity(int number, int least, String percent) {
        return rule(number, Kind.QUANTITY, null, null, least, percent, null, null);
    }

    private static DiscountRule campaign(
            int number, String percent, LocalDate from, LocalDate until) {
        return rule(number, Kind.CAMPAIGN, null, null, 1, percent, from, until);
    }

    private static DiscountRule rule(
            int number,
            Kind kind,
            String product,
            String group,
            int least,
            String percent,
            LocalDate from,
            LocalDate until) {
        String description = "rule " + number;
        return new DiscountRule(
                number,
                kind,
                description,
                product,
                group,
                least,
                new BigDecimal(percent),
                from,
                until);
    }
}
