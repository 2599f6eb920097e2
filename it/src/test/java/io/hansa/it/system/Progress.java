package io.hansa.it.system;

/** Shows in the build's output what is going on. */
public final class Progress {
    private Progress() {}

    public static void say(String sentence, Object... values) {
        System.out.println("[it] " + sentence.formatted(values));
    }
}
