package io.hansa.proxy.assistance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates the size of an expression's program before it is compiled. RE2/J copies the operand of
 * a counted repetition, so {@code (((a{1,100}){1,100}){1,100})} becomes a million instructions.
 * RE2/J 1.8 has no bound of its own (Go has one since 1.4). The estimate is never too small for an
 * expression that RE2/J accepts. Not thread-safe.
 */
final class RegexSize {
    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]{1,4})(?:(,)([0-9]{1,4})?)?}");
    private static final long CEILING = 1L << 40;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private int depth;

    /** The size of the alternatives and parts before {@link #last} in the same group. */
    private long sum = 1;

    /** The size of the part that a repetition would repeat. */
    private long last;

    private RegexSize(String regex) {
        this.regex = regex;
    }

    /** The estimated number of instructions. */
    static long of(String regex) {
        return new RegexSize(regex).estimate().sum;
    }

    /** The nesting depth of the groups. */
    static int depth(String regex) {
        return new RegexSize(regex).estimate().depth;
    }

    private RegexSize estimate() {
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> open();
                case ')' -> close();
                case '{' -> counted();
                case '*', '+', '?' -> {
                    last++;
                    at++;
                }
                default -> part(1);
            }
        }
        while (!outer.isEmpty()) {
            close();
        }
        add();
        return this;
    }

    private void part(int length) {
        add();
        last = 1;
        at += length;
    }

    private void add() {
        sum = Math.min(CEILING, sum + last);
        last = 0;
    }

    private void escape() {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at);
            int until = end < 0 ? regex.length() : end;
            add();
            sum += until - at;
            last = 1;
            at = end < 0 ? until : end + 2;
            return;
        }
        boolean braced = at + 2 < regex.length() && regex.charAt(at + 2) == '{';
        boolean named = at + 1 < regex.length() && "xpP".indexOf(regex.charAt(at + 1)) >= 0;
        int end = braced && named ? regex.indexOf('}', at) : -1;
        part(end < 0 ? 2 : end + 1 - at);
    }

    private void characterClass() {
        int end = at + 1;
        if (end < regex.length() && regex.charAt(end) == '^') {
            end++;
        }
        if (end < regex.length() && regex.charAt(end) == ']') {
            end++;
        }
        while (end < regex.length() && regex.charAt(end) != ']') {
            int named = regex.startsWith("[:", end) ? regex.indexOf(":]", end) : -1;
            if (named > 0) {
                end = named + 2;
            } else {
                end += regex.charAt(end) == '\\' ? 2 : 1;
            }
        }
        part(end + 1 - at);
    }

    private void open() {
        add();
        outer.push(sum);
        sum = 2;
        depth = Math.max(depth, outer.size());
        at++;
    }

    private void close() {
        add();
        last = sum;
        sum = outer.isEmpty() ? 0 : outer.pop();
        at++;
    }

    private void counted() {
        Matcher times = COUNTED.matcher(regex).region(at, regex.length());
        if (!times.lookingAt()) {
            part(1);
            return;
        }
        long min = Long.parseLong(times.group(1));
        long max = times.group(3) == null ? min + 1 : Long.parseLong(times.group(3));
        last = Math.min(CEILING, (last + 1) * Math.max(1, Math.max(min, max)));
        at = times.end();
    }
}
