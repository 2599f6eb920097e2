package io.hansa.demo.shop.pricing;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The products and discount rules as they are at the moment of the call. */
interface PriceList {

    Optional<Product> product(String number) throws SQLException;

    List<DiscountRule> rules() throws SQLException;
}
