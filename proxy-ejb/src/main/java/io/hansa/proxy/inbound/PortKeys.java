package io.hansa.proxy.inbound;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of one port by the last part of their names. What is wrong is told with key, value
 * and remedy.
 */
record PortKeys(Config config, String name) {

    String required(String member, String what) {
        return text(member)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is not set; give %s.".formatted(key(member), what)));
    }

    Optional<String> text(String member) {
        return config.getOptionalValue(key(member), String.class).map(String::strip);
    }

    int whole(String member, int fallback, int min, int max) {
        String text = text(member).orElse(String.valueOf(fallback));
        String remedy = "give a number from " + min + " to " + max;
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(member, text, remedy);
        }
        throw wrong(member, text, remedy);
    }

    String key(String member) {
        return "hansa.inbound." + name + "." + member;
    }

    IllegalArgumentException wrong(String member, String value, String remedy) {
        return new IllegalArgumentException(
                "%s is \"%s\"; %s.".formatted(key(member), value, remedy));
    }
}
