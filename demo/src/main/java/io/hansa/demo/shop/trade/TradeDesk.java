package io.hansa.demo.shop.trade;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers settlements and says who must carry on. Thread-safe. Two desks with different series
 * never give the same number.
 */
final class TradeDesk {

    private final String series;
    private final AtomicInteger last = new AtomicInteger();

    TradeDesk(String series) {
        if (!series.matches("[A-Z0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "--series takes 1 to 3 capital letters or digits, such as T1.");
        }
        this.series = series;
    }

    String answer(String request) {
        try {
            Basket basket = BasketReader.read(request);
            String settlement =
                    String.format(
                            Locale.ROOT, "%s-%06d", series, last.incrementAndGet() % 1_000_000);
            return basket.ticket().isPresent()
                    ? "HANSA-ASSIST ticket.issue\n" + BoxOfficeRecord.of(settlement, basket)
                    : "HANSA-ASSIST price.quote\n" + PriceInquiry.of(settlement, basket);
        } catch (Refusal e) {
            return e.line();
        }
    }
}
