package io.hansa.demo.launcher.bench;

/**
 * @param held callers who still sent at the end of each round, the fewest
 * @param threadsWithout the node's threads while it was loaded without them
 * @param threadsWith and with them
 */
record SlowFigures(int held, double threadsWithout, double threadsWith) {
    static final SlowFigures NONE = new SlowFigures(Integer.MAX_VALUE, 0, 0);

    /** Of two rounds: the fewest held, the most threads. */
    SlowFigures and(SlowFigures other) {
        return new SlowFigures(
                Math.min(held, other.held),
                Math.max(threadsWithout, other.threadsWithout),
                Math.max(threadsWith, other.threadsWith));
    }

    String sentence() {
        return "Of the slow callers %d were still held at the end of each round; the node had %.0f threads without them and %.0f with them.%n"
                .formatted(held, threadsWithout, threadsWith);
    }
}
