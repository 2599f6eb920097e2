package io.hansa.bench;

/**
 * @param held callers who still sent at the end of each round, the fewest
 * @param answered callers who did not, in all rounds
 * @param firstAnswer what the first of them got
 * @param threadsWithout the node's threads while it was loaded without them
 * @param threadsWith and with them
 */
record SlowFigures(
        int held, int answered, String firstAnswer, double threadsWithout, double threadsWith) {
    static final SlowFigures NONE = new SlowFigures(Integer.MAX_VALUE, 0, "", 0, 0);

    /** Of two rounds: the fewest held, all that were answered, the most threads. */
    SlowFigures and(SlowFigures other) {
        return new SlowFigures(
                Math.min(held, other.held),
                answered + other.answered,
                firstAnswer.isEmpty() ? other.firstAnswer : firstAnswer,
                Math.max(threadsWithout, other.threadsWithout),
                Math.max(threadsWith, other.threadsWith));
    }

    String sentence() {
        return "Of the slow callers %d were still held at the end of each round; the node had %.0f threads without them and %.0f with them.%n"
                .formatted(held, threadsWithout, threadsWith);
    }
}
