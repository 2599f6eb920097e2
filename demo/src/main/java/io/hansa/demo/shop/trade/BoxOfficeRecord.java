package io.hansa.demo.shop.trade;

import java.util.Locale;

/**
 * The box office's fixed columns, as text: verb 0–5, event 6–17, seats 18–20, settlement 21–32,
 * order 33–44, pieces of goods to hand over 45–49. Padding to the record's length is left to the
 * wire.
 */
final class BoxOfficeRecord {

    private BoxOfficeRecord() {}

    static String of(String settlement, Basket basket) {
        Basket.Ticket ticket = basket.ticket().orElseThrow();
        return String.format(
                Locale.ROOT,
                "ISSUE %-12s%03d%-12s%-12s%05d",
                ticket.event(),
                ticket.seats(),
                settlement,
                basket.order(),
                basket.pieces());
    }
}
