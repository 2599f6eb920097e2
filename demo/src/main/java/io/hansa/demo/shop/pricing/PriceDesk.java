package io.hansa.demo.shop.pricing;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers inquiries from the price list, by the clock's day. Thread-safe if the list is. */
final class PriceDesk {

    private final PriceList prices;
    private final Clock clock;

    PriceDesk(PriceList prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    Quote quote(Inquiry inquiry) throws SQLException, UnknownProductException {
        List<DiscountRule> rules = prices.rules();
        LocalDate day = LocalDate.now(clock);
        List<PricedLine> lines = new ArrayList<>();
        for (Inquiry.Item item : inquiry.items()) {
            Product product =
                    prices.product(item.product())
                            .orElseThrow(() -> new UnknownProductException(item.product()));
            lines.add(LinePrice.of(product, item.pieces(), rules, day));
        }
        return new Quote(inquiry, lines);
    }
}
