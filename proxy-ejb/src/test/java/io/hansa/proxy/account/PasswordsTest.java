package io.hansa.proxy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final String COST = "$argon2id$v=19$m=19456,t=2,p=1$";
    private static final String SALT_AND_HASH = "$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA";

    private final Passwords passwords = new Passwords();

    @Test
    void verifiesThePasswordAndNoOther() {
        String hash = passwords.hash("Grüße, 世界");
        assertThat(passwords.verify("Grüße, 世界", hash)).isTrue();
        assertThat(passwords.verify("grüße, 世界", hash)).isFalse();
    }

    @Test
    void halfASurrogatePairEqualsNoQuestionMark() {
        String hash = passwords.hash("pass?");

        assertThat(passwords.verify("pass\ud800", hash)).isFalse();
        assertThatThrownBy(() -> passwords.hash("pass\ud800"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesItsCostInTheHash() {
        assertThat(passwords.hash("shop-demo")).startsWith(COST).doesNotContain("shop-demo");
    }

    @Test
    void saltsEachHash() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    /** Made by password4j 1.8.4, which made all hashes before. */
    @ParameterizedTest
    @CsvSource({
        "'Grüße, 世界',"
                + " '$argon2id$v=19$m=19456,t=2,p=1$ZPxRz1pXQ8uNvWcf0TtPVg$VcP83ahU9b4TgiiW1FA7LRgJKqlcp3VFU6KlNlYWtYk'",
        "old, '$argon2id$v=19$m=1024,t=1,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA'",
        "lanes,"
                + " '$argon2id$v=19$m=4096,t=3,p=4$wxlOIQyryTLP3+7bqV3vOw$bZZOvdaDNBXtTVgOAsgP8ZuB4+atrFRNwbWVRTXFCK4'"
    })
    void verifiesAHashOfAnotherLibraryAndCost(String password, String hash) {
        assertThat(passwords.verify(password, hash)).isTrue();
        assertThat(passwords.verify(password + "!", hash)).isFalse();
    }

    @Test
    void dummyHashMatchesNoPasswordAtSameCost() {
        String dummy = PasswordHasher.DUMMY_HASH;
        assertThat(dummy).startsWith(COST).hasSameSizeAs(passwords.hash("any"));
        assertThat(passwords.verify("", dummy)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=999999,t=2,p=1",
                "$argon2id$v=19$m=65537,t=1,p=1",
                "$argon2id$v=19$m=65536,t=8,p=1",
                "$argon2id$v=19$m=1024,t=9,p=1",
                "$argon2id$v=19$m=1024,t=1,p=5",
                "$argon2id$v=19$m=7,t=1,p=1"
            })
    void refusesWhatIsTooExpensiveOrTooSmall(String parameters) {
        assertThatThrownBy(() -> PasswordHash.parse(parameters + SALT_AND_HASH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too expensive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$hash",
                "$argon2i$v=19$m=1024,t=1,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA",
                "$argon2id$v=16$m=1024,t=1,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA",
                "$argon2id$v=19$m=1024,t=0,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA",
                "$argon2id$v=19$m=1024,t=1,p=1$short$//CaGi3NgiQeUvLFXEXJPA",
                "$argon2id$v=19$m=1024,t=1,p=1$rRRebhr9U3RrZQbyOsiJwA$//CaGi3NgiQeUvLFXEXJPA$more"
            })
    void refusesWhatIsNoSuchHashWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an Argon2id hash");
    }
}
