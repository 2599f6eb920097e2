package io.hansa.demo.shop.stock;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Running balances. Thread-safe: a movement is checked and booked in one step, so that no two of
 * them can take the same piece.
 */
final class Ledger {

    private static final long MOST = 9_999_999;

    private final Map<String, Product> products = new HashMap<>();
    private final Map<Product, Long> balances = new HashMap<>();
    private long movements;

    synchronized void open(Product product, long balance) {
        products.put(product.number(), product);
        products.put(product.name(), product);
        balances.put(product, balance);
    }

    /** Finds a product by its number or its name. */
    synchronized Optional<Product> find(String numberOrName) {
        return Optional.ofNullable(products.get(numberOrName));
    }

    synchronized long balance(Product product) {
        return balances.get(product);
    }

    /**
     * Books {@code pieces} and returns the movement, or nothing when the balance would leave 0 to
     * {@value #MOST}.
     */
    synchronized Optional<Movement> move(Product product, long pieces) {
        OptionalLong after = after(product, pieces);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        balances.put(product, after.getAsLong());
        return Optional.of(new Movement(++movements, after.getAsLong()));
    }

    private OptionalLong after(Product product, long pieces) {
        long after = balances.get(product) + pieces;
        return after < 0 || after > MOST ? OptionalLong.empty() : OptionalLong.of(after);
    }

    /** A booked movement's number and the balance after it. */
    record Movement(long number, long balance) {}
}
