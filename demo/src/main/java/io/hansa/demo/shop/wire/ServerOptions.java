package io.hansa.demo.shop.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The command line of a legacy server: pairs of {@code --name value}. */
public record ServerOptions(Map<String, String> values) {

    public ServerOptions {
        values = Map.copyOf(values);
    }

    /**
     * @throws IllegalArgumentException with a sentence that says what to write instead
     */
    public static ServerOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "Write options as --name value, such as --port 8191, not '"
                                + arguments[i]
                                + "'.");
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new ServerOptions(values);
    }

    /** The port to listen on, 1 to 65535; there is no default. */
    public int port() {
        String text =
                value("port")
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Say where to listen: --port N."));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(
                    "--port takes a number from 1 to 65535, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
