package io.hansa.launcher.progress;

import java.util.Locale;

/**
 * One line a step, with the seconds since the command began. Steps go to standard error, so that
 * standard output holds results only. Thread-safe.
 */
public final class Steps {

    /** When the script {@code ./hansa} began, in seconds since 1970; it builds before Java runs. */
    private static final String BEGAN = "hansa.began";

    private static final long BEGAN_MILLIS = beganMillis();

    private Steps() {}

    public static void say(String sentence) {
        System.err.println(line(sentence));
    }

    /** The sentence behind the seconds since the command began. */
    public static String line(String sentence) {
        double seconds = (System.currentTimeMillis() - BEGAN_MILLIS) / 1e3;
        return String.format(Locale.ROOT, "[%5.1f s] %s", Math.max(0, seconds), sentence);
    }

    private static long beganMillis() {
        String script = System.getProperty(BEGAN, "");
        return script.matches("\\d{1,12}")
                ? Long.parseLong(script) * 1000
                : System.currentTimeMillis();
    }
}
