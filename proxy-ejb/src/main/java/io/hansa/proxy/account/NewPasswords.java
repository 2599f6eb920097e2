package io.hansa.proxy.account;

import io.hansa.proxy.configuration.PasswordRules;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks new passwords against the rules and hashes them. Safe for many threads. */
public final class NewPasswords {
    private static final Set<String> MOST_COMMON =
            Set.of(
                    "password",
                    "password1",
                    "passw0rd",
                    "12345678",
                    "123456789",
                    "1234567890",
                    "11111111",
                    "00000000",
                    "87654321",
                    "qwertyui",
                    "qwertyuiop",
                    "qwerty123",
                    "iloveyou",
                    "sunshine",
                    "princess",
                    "football",
                    "baseball",
                    "superman",
                    "trustno1",
                    "abcd1234",
                    "1q2w3e4r",
                    "welcome1",
                    "changeme",
                    "administrator");

    /**
     * What is wrong with a password.
     *
     * @param state completes "The password is …"
     * @param remedy completes "Please …"
     */
    public record Fault(String state, String remedy) {}

    private final PasswordRules rules;
    private final PasswordHasher hasher;

    public NewPasswords(PasswordRules rules, PasswordHasher hasher) {
        this.rules = rules;
        this.hasher = hasher;
    }

    /** Empty if the account may have the password. */
    public Optional<Fault> fault(String account, String password) {
        int length = password.codePointCount(0, password.length());
        String lengths = "give %d to %d characters".formatted(rules.minLength(), rules.maxLength());
        if (password.isBlank()) {
            return because("blank", lengths);
        }
        if (length < rules.minLength()) {
            return because("too short", lengths);
        }
        if (length > rules.maxLength()) {
            return because("too long", lengths);
        }
        if (!isText(password)) {
            return because(
                    "text that cannot be sent (RFC 7617)",
                    "leave out control characters and halves of surrogate pairs");
        }
        if (password.equalsIgnoreCase(account)) {
            return because("the account's own name", "choose another");
        }
        if (MOST_COMMON.contains(password.toLowerCase(Locale.ROOT))) {
            return because("one of the most common", "choose one that is hard to guess");
        }
        return Optional.empty();
    }

    /**
     * Waits for the hash.
     *
     * @throws io.hansa.proxy.failure.Failure OVERLOADED if too many passwords are being hashed
     */
    public String hash(String password) {
        return hasher.hash(password);
    }

    private static Optional<Fault> because(String state, String remedy) {
        return Optional.of(new Fault(state, remedy));
    }

    private static boolean isText(String password) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(password)
                && password.chars().noneMatch(Character::isISOControl);
    }
}
