package io.hansa.launcher.remote;

/** How a command ends; docs/command-line.md has the list. */
public final class ExitStatus {
    public static final int DONE = 0;

    /** Differences were found, or the answer is no. */
    public static final int NEGATIVE = 1;

    public static final int USAGE = 2;
    public static final int UNREACHABLE = 3;

    /** 401 or 403. */
    public static final int REFUSED = 4;

    /** 409 or 412. */
    public static final int CONFLICT = 5;

    /** Some items failed, others are done. */
    public static final int PARTLY = 6;

    private ExitStatus() {}

    /**
     * @param status of an HTTP answer
     */
    public static int of(int status) {
        return switch (status) {
            case 401, 403 -> REFUSED;
            case 409, 412 -> CONFLICT;
            case 400, 413, 415, 422 -> USAGE;
            default -> status < 300 ? DONE : NEGATIVE;
        };
    }
}
