package io.hansa.connector.text;

import java.nio.charset.CharacterCodingException;

/** A text states a charset that this JVM does not have. */
public final class UnknownCharsetException extends CharacterCodingException {

    private static final long serialVersionUID = 1L;

    private final String name;

    UnknownCharsetException(String name) {
        this.name = name;
    }

    @Override
    public String getMessage() {
        return "the charset \"%s\" is not known here".formatted(name);
    }
}
