package io.hansa.proxy.assistance;

/** A text that throws when it is read after the deadline. Not thread-safe. */
final class TimedText implements CharSequence {
    private static final int LOOKS_BETWEEN = 64;

    private final String text;
    private final long deadlineNanos;
    private int looks;

    TimedText(String text, long deadlineNanos) {
        this.text = text;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public int length() {
        return text.length();
    }

    /**
     * @throws UnreadableReply if the deadline has passed
     */
    @Override
    public char charAt(int index) {
        looks++;
        if (looks % LOOKS_BETWEEN == 0 && System.nanoTime() - deadlineNanos > 0) {
            throw new UnreadableReply("it takes longer to match than the deadline allows");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
