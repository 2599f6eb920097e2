package io.hansa.demo.shop.trade;

/** A basket that is not settled, with the code and sentence of its {@code ERROR} reply. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refusal(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    String line() {
        return "ERROR|" + code + "|" + getMessage();
    }
}
