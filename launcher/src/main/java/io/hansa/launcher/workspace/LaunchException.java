package io.hansa.launcher.workspace;

/**
 * The launcher cannot go on. The message is one sentence for the user that names the remedy; no
 * stack trace is shown with it.
 */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String sentence) {
        super(sentence);
    }

    public LaunchException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
