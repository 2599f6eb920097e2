package io.hansa.launcher.workspace;

/**
 * The launcher cannot continue. The message is one sentence for the user that names the remedy; no
 * stack trace is shown with it.
 */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public LaunchException(String sentence) {
        this(1, sentence);
    }

    /**
     * @param status the command's exit status
     */
    public LaunchException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public LaunchException(String sentence, Throwable cause) {
        super(sentence, cause);
        status = 1;
    }

    /** The command's exit status. */
    public int status() {
        return status;
    }
}
