package io.hansa.demo.shop.trade;

import java.util.List;
import java.util.Optional;

/** What a customer settles: goods, and at most one event's seats. */
record Basket(String order, String customer, List<Item> items, Optional<Ticket> ticket) {

    Basket {
        items = List.copyOf(items);
    }

    int pieces() {
        return items.stream().mapToInt(Item::pieces).sum();
    }

    record Item(String product, int pieces) {}

    record Ticket(String event, int seats) {}
}
