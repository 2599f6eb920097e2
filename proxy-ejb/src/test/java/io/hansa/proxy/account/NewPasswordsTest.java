package io.hansa.proxy.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.PasswordRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordsTest {
    private final NewPasswords passwords =
            new NewPasswords(new PasswordRules(8, 20), Hashing.HASHER);

    @ParameterizedTest
    @CsvSource({
        "'        ', blank",
        "seven-7, too short",
        "a-password-of-21-char, too long",
        "ACCOUNT-1, the account's own name",
        "Password1, one of the most common"
    })
    void saysWhatIsWrong(String password, String state) {
        assertThat(passwords.fault("account-1", password))
                .hasValueSatisfying(fault -> assertThat(fault.state()).isEqualTo(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul-\u0000-inside", "a-half-\ud83d-pair", "a-half-\ude00-pair"})
    void refusesWhatNobodyCanSend(String password) {
        assertThat(passwords.fault("account-1", password))
                .hasValueSatisfying(fault -> assertThat(fault.state()).contains("cannot be sent"));
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        assertThat(passwords.fault("account-1", "\ud83d\ude00".repeat(20))).isEmpty();
        assertThat(passwords.fault("account-1", "\ud83d\ude00".repeat(7))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-demo", "admin-demo", "Grüße, 世界", "a:b:c:d:"})
    void takesWhatIsLongEnough(String password) {
        assertThat(passwords.fault("account-1", password)).isEmpty();
    }
}
