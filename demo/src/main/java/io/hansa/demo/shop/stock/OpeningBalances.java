package io.hansa.demo.shop.stock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The balances that a stock server starts with, from the resource {@code balances.txt}. */
final class OpeningBalances {

    private OpeningBalances() {}

    static Ledger load() throws IOException {
        Ledger ledger = new Ledger();
        try (var in = OpeningBalances.class.getResourceAsStream("balances.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\\|"))
                    .forEach(f -> ledger.open(new Product(f[0], f[1]), Long.parseLong(f[2])));
        }
        return ledger;
    }
}
