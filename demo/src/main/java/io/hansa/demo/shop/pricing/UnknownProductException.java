package io.hansa.demo.shop.pricing;

/** The price list has no such product. A normal answer to an inquiry, not a failure. */
final class UnknownProductException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownProductException(String product) {
        super("The price list has no product '" + product + "'.");
    }
}
