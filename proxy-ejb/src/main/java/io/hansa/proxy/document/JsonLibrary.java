package io.hansa.proxy.document;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON library of the server. The static methods of {@link jakarta.json.Json} look for it anew
 * at each call, on the class path, which costs more than most documents (jakartaee/jsonp-api#154).
 */
public final class JsonLibrary {
    /** Safe for many threads. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonLibrary() {}
}
