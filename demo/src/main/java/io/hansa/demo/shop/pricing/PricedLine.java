package io.hansa.demo.shop.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a quote.
 *
 * @param reasons why {@code discount} was given, in the order of application; empty without one
 */
record PricedLine(
        Product product, int pieces, BigDecimal gross, BigDecimal net, List<String> reasons) {

    PricedLine {
        reasons = List.copyOf(reasons);
    }

    BigDecimal discount() {
        return gross.subtract(net);
    }
}
