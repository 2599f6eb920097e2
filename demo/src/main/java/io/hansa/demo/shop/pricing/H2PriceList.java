package io.hansa.demo.shop.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The price list in its database. Thread-safe. */
final class H2PriceList implements PriceList {

    private static final String PRODUCT =
            "SELECT number, name, product_group, list_price, floor_price FROM product"
                    + " WHERE number = ?";
    private static final String RULES =
            "SELECT number, kind, description, product, product_group, least_pieces, percent,"
                    + " valid_from, valid_until FROM discount_rule";

    private final PriceDatabase database;

    H2PriceList(PriceDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Product> product(String number) throws SQLException {
        try (var connection = database.connection();
                var query = connection.prepareStatement(PRODUCT)) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(product(row)) : Optional.empty();
            }
        }
    }

    @Override
    public List<DiscountRule> rules() throws SQLException {
        List<DiscountRule> rules = new ArrayList<>();
        try (var connection = database.connection();
                var query = connection.prepareStatement(RULES);
                var row = query.executeQuery()) {
            while (row.next()) {
                rules.add(rule(row));
            }
        }
        return rules;
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5));
    }

    private static DiscountRule rule(ResultSet row) throws SQLException {
        return new DiscountRule(
                row.getInt(1),
                DiscountRule.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getBigDecimal(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }
}
