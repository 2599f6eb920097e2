package io.hansa.connector;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * SOAP over HTTP: what is sent becomes the content of the envelope's body, what comes back is the
 * content of the body.
 *
 * @param action {@code SOAPAction} of SOAP 1.1, parameter {@code action} of SOAP 1.2; empty for
 *     none
 */
public record Soap(Version version, String action) {

    /** Which envelope. */
    public enum Version {
        /** SOAP 1.1, W3C Note of 2000. */
        V1_1("1.1", "http://schemas.xmlsoap.org/soap/envelope/"),
        /** SOAP 1.2, W3C Recommendation, second edition, 2007. */
        V1_2("1.2", "http://www.w3.org/2003/05/soap-envelope");

        private final String number;
        private final String namespace;

        Version(String number, String namespace) {
            this.number = number;
            this.namespace = namespace;
        }

        public String number() {
            return number;
        }

        /** Of the elements Envelope, Header, Body and Fault. */
        public String namespace() {
            return namespace;
        }

        public static Version of(String number) {
            return Arrays.stream(values())
                    .filter(version -> version.number.equals(number))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "SOAP has no version \"%s\"; give one of %s."
                                                    .formatted(number, List.of("1.1", "1.2"))));
        }
    }

    private static final int LONGEST_ACTION = 1000;

    public Soap {
        Objects.requireNonNull(version, "SOAP needs a version, 1.1 or 1.2.");
        Objects.requireNonNull(action, "SOAP needs an action; an empty one will do.");
        if (action.length() > LONGEST_ACTION
                || action.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException(
                    "The SOAP action is longer than %d or holds quotes, controls or other letters than ASCII; give a URI."
                            .formatted(LONGEST_ACTION));
        }
    }
}
