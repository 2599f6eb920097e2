package io.hansa.demo.shop.pricing;

import java.util.List;

/** What a settlement wants priced. */
record Inquiry(String settlement, String order, String customer, List<Item> items) {

    Inquiry {
        items = List.copyOf(items);
    }

    record Item(String product, int pieces) {}
}
