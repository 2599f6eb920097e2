package io.hansa.demo.shop.pricing;

import java.math.BigDecimal;
import java.util.List;

/** An inquiry's answer, in {@value #CURRENCY}. */
record Quote(Inquiry inquiry, List<PricedLine> lines) {

    static final String CURRENCY = "CNY";

    Quote {
        lines = List.copyOf(lines);
    }

    BigDecimal total() {
        return lines.stream()
                .map(PricedLine::net)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
