package io.hansa.demo.shop.trade;

import java.util.stream.Collectors;

/** The lines that the price server works on: the settlement, then one line for each item. */
final class PriceInquiry {

    private PriceInquiry() {}

    static String of(String settlement, Basket basket) {
        String head =
                "SETTLEMENT|" + settlement + "|" + basket.order() + "|" + basket.customer() + "\n";
        return basket.items().stream()
                .map(item -> "ITEM|" + item.product() + "|" + item.pieces())
                .collect(Collectors.joining("\n", head, "\n"));
    }
}
