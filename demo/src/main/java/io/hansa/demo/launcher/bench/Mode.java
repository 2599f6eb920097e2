package io.hansa.demo.launcher.bench;

/** One shape of load. */
record Mode(int connections, int bodyBytes) {
    /** As in the table: {@code 256 B × 32}. */
    String title() {
        return bodyBytes + " B x " + connections;
    }
}
