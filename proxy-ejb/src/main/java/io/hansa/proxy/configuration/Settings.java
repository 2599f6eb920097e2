package io.hansa.proxy.configuration;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Reads single settings. A wrong value ends the start with a message that names key, value and
 * remedy.
 */
final class Settings {
    private final Config config;

    Settings(Config config) {
        this.config = config;
    }

    Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip);
    }

    String name(String key, String fallback) {
        String name = text(key).orElse(fallback);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw wrong(key, name, "give 1 to 100 letters, digits, dots, dashes or underscores");
        }
        return name;
    }

    /** {@code host:port}; empty if it is not set. */
    Optional<String> address(String key) {
        Optional<String> address = text(key);
        address.filter(given -> !given.matches("[A-Za-z0-9._-]{1,253}:[0-9]{1,5}"))
                .ifPresent(
                        given -> {
                            throw wrong(key, given, "give host:port, such as 127.0.0.1:3528");
                        });
        return address;
    }

    int whole(String key, int fallback, int min, int max) {
        return number(key, fallback, min, max, Integer::valueOf);
    }

    double decimal(String key, double fallback, double min, double max) {
        return number(key, fallback, min, max, Double::valueOf);
    }

    private <N extends Number & Comparable<N>> N number(
            String key, N fallback, N min, N max, Function<String, N> parse) {
        String text = text(key).orElse(null);
        if (text == null) {
            return fallback;
        }
        try {
            N value = parse.apply(text);
            if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(key, text, "give a number from " + min + " to " + max);
        }
        throw wrong(key, text, "give a number from " + min + " to " + max);
    }

    static IllegalArgumentException wrong(String key, String value, String remedy) {
        return new IllegalArgumentException(key + " is \"" + value + "\"; " + remedy + ".");
    }
}
