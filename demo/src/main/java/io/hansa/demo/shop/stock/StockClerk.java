package io.hansa.demo.shop.stock;

import java.util.Locale;
import java.util.function.Function;

/** Answers every line with one line. */
final class StockClerk {

    private final Ledger ledger;

    StockClerk(Ledger ledger) {
        this.ledger = ledger;
    }

    String answer(String line) {
        String[] fields = line.strip().split("\\|", -1);
        if (fields[0].equals("MOVE") && fields.length == 4) {
            return withProduct(fields[1], product -> move(product, fields[2]));
        }
        if (fields[0].equals("SHOW") && fields.length == 2) {
            return withProduct(fields[1], this::show);
        }
        return "REFUSED|LINE|Send MOVE|product|pieces|occasion or SHOW|product.";
    }

    private String withProduct(String numberOrName, Function<Product, String> action) {
        return ledger.find(numberOrName).map(action).orElse("REFUSED|UNKNOWN|没有此商品");
    }

    private String move(Product product, String pieces) {
        if (!pieces.matches("[+-]?[1-9]\\d{0,5}")) {
            return "REFUSED|PIECES|Give the pieces as a number such as -2 or +10.";
        }
        return ledger.move(product, Long.parseLong(pieces))
                .map(movement -> moved(product, pieces, movement))
                .orElseGet(() -> refused(product, pieces));
    }

    private static String moved(Product product, String pieces, Ledger.Movement movement) {
        return String.format(
                Locale.ROOT,
                "MOVED|M-%06d|%s|%s|%s|%d",
                movement.number(),
                product.number(),
                product.name(),
                pieces,
                movement.balance());
    }

    private String refused(Product product, String pieces) {
        String reason = pieces.startsWith("-") ? "SHORT" : "FULL";
        String text = pieces.startsWith("-") ? "库存不足" : "库存已满";
        return String.join(
                "|",
                "REFUSED",
                reason,
                product.number(),
                product.name(),
                Long.toString(ledger.balance(product)),
                text);
    }

    private String show(Product product) {
        return "BALANCE|" + product.number() + "|" + product.name() + "|" + ledger.balance(product);
    }
}
