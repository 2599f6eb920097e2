package io.hansa.bench;

/**
 * Callers with bodies of 16 MiB, all at once.
 *
 * @param refused with 503 {@code overloaded}, effect NONE, and the time after which to come again
 * @param peak of the node in that time, in MiB; not a number where it was never told
 * @param after a round of the usual, right after that
 */
record LargeFigures(
        int callers, int good, int refused, int bad, String firstBad, Peak peak, Sample after) {
    /**
     * @param data what the node counts as callers' data
     * @param heap in use, with what is to be collected
     * @param resident in physical memory
     */
    record Peak(double data, double heap, double resident) {}
}
