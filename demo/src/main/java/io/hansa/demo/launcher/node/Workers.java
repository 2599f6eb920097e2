package io.hansa.demo.launcher.node;

/** How many threads of the container carry requests: they wait for hardly anything, so a few keep the processors busy. */
final class Workers {
    private static final int PER_PROCESSOR = 4;

    private Workers() {}

    static int atLeast(int least) {
        return Math.max(least, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }
}
