package io.hansa.proxy.signing;

/** A secret of the registry was encrypted with another key than that of this node. */
final class WrongKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongKeyException(Exception cause) {
        super("The secret was encrypted with another key, or was changed.", cause);
    }
}
