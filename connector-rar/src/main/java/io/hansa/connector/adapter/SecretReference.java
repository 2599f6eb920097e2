package io.hansa.connector.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a password is, for properties that stand in descriptors, which are packed into archives and
 * kept with sources: {@code env:NAME} in the server's environment, {@code property:NAME} among its
 * system properties, {@code file:PATH} in a file.
 */
final class SecretReference {

    private SecretReference() {}

    /**
     * @param property that has the reference
     * @throws IllegalArgumentException with the remedy; it never repeats what might be a password
     */
    static char[] read(String property, String reference) {
        String[] parts = reference == null ? new String[0] : reference.strip().split(":", 2);
        if (parts.length < 2) {
            throw unknown(property);
        }
        String secret =
                switch (parts[0]) {
                    case "env" -> System.getenv(parts[1]);
                    case "property" -> System.getProperty(parts[1]);
                    case "file" -> content(property, parts[1]);
                    default -> throw unknown(property);
                };
        if (secret == null) {
            throw new IllegalArgumentException(
                    "%s names %s, which is not set on this server; set it."
                            .formatted(property, reference));
        }
        return secret.toCharArray();
    }

    private static String content(String property, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s names the file %s, which cannot be read; check its path and permissions."
                            .formatted(property, file),
                    e);
        }
    }

    private static IllegalArgumentException unknown(String property) {
        return new IllegalArgumentException(
                "%s says where the password is, and is not the password; write it like env:NAME, property:NAME or file:PATH."
                        .formatted(property));
    }
}
