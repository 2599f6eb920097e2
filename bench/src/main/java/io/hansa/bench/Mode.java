package io.hansa.bench;

/** One shape of load. */
record Mode(int connections, int bodyBytes) {
    /** As in the table: {@code 256 B × 32}. */
    String title() {
        return bodyBytes + " B x " + connections;
    }
}
