package io.hansa.proxy.administration;

/** An item by kind and key; written {@code server:trade-1}. */
record Target(Kind kind, String key) {
    @Override
    public String toString() {
        return kind.word() + ":" + key;
    }
}
