package io.hansa.demo.shop.pricing;

import java.math.BigDecimal;

/** A product's list price and the lowest price that any discount may leave, for one piece. */
record Product(
        String number, String name, String group, BigDecimal listPrice, BigDecimal floorPrice) {}
