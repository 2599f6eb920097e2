package io.hansa.launcher.node;

/**
 * How many threads of the container carry requests: they wait for hardly anything, so a few keep
 * the processors busy.
 */
final class Workers {
    private static final int PER_PROCESSOR = 4;
    private static final int LEAST = 8;

    private Workers() {}

    static int count() {
        return Math.max(LEAST, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }
}
