package io.hansa.demo.shop.stock;

/** A product in stock, by its number and its name. */
record Product(String number, String name) {}
