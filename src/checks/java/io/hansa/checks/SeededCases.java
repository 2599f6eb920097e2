package io.hansa.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/**
 * Runs a test on many random cases. The message of a case that fails names its seed; the system
 * property {@code hansa.test.seed} repeats that case alone. An assumption skips a case.
 */
public final class SeededCases {
    /** Every so many numbers are one of the two ends of their range. */
    private static final int EDGES = 8;

    private SeededCases() {}

    /** One case, which takes all its data from the source of random numbers. */
    @FunctionalInterface
    public interface Case {
        void run(Random random) throws Exception;
    }

    public static void check(int cases, Case test) {
        Long only = Long.getLong("hansa.test.seed");
        if (only != null) {
            run(only, test);
            return;
        }
        long first = System.nanoTime();
        int applied = 0;
        for (int i = 0; i < cases; i++) {
            applied += run(first + i, test) ? 1 : 0;
        }
        if (applied * 10 < cases) {
            throw new AssertionError(
                    "Only %d of %d cases fulfilled the assumptions.".formatted(applied, cases));
        }
    }

    private static boolean run(long seed, Case test) {
        try {
            test.run(new Random(seed));
            return true;
        } catch (TestAbortedException skipped) {
            return false;
        } catch (Exception | AssertionError failed) {
            throw new AssertionError(
                    "A case failed; -Dhansa.test.seed=%d repeats it. %s"
                            .formatted(seed, failed.getMessage()),
                    failed);
        }
    }

    /** A number of the range, both ends included; the ends come more often than others. */
    public static int between(Random random, int min, int max) {
        return switch (random.nextInt(EDGES * 2)) {
            case 0 -> min;
            case 1 -> max;
            default -> min + random.nextInt(max - min + 1);
        };
    }

    @SafeVarargs
    public static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    public static byte[] bytes(Random random, int min, int max) {
        byte[] bytes = new byte[between(random, min, max)];
        random.nextBytes(bytes);
        return bytes;
    }

    public static <T> List<T> list(Random random, int min, int max, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int length = between(random, min, max); length > 0; length--) {
            list.add(element.get());
        }
        return list;
    }

    /** Text of any characters of the basic plane, lone surrogates and controls among them. */
    public static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = between(random, 0, 200); length > 0; length--) {
            text.append(
                    (char)
                            (random.nextInt(3) == 0
                                    ? random.nextInt(0x10000)
                                    : random.nextInt(0x80)));
        }
        return text.toString();
    }
}
