package io.hansa.proxy.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final String COST = "$argon2id$v=19$m=19456,t=2,p=1$";

    @Test
    void verifiesThePasswordAndNoOther() {
        String hash = Passwords.hash("Grüße, 世界");
        assertThat(Passwords.verify("Grüße, 世界", hash)).isTrue();
        assertThat(Passwords.verify("grüße, 世界", hash)).isFalse();
    }

    @Test
    void namesItsCostInTheHash() {
        assertThat(Passwords.hash("shop-demo")).startsWith(COST).doesNotContain("shop-demo");
    }

    @Test
    void saltsEachHash() {
        assertThat(Passwords.hash("same")).isNotEqualTo(Passwords.hash("same"));
    }

    @Test
    void verifiesAHashMadeAtAnotherCost() {
        String cheaper =
                com.password4j.Password.hash("old")
                        .addRandomSalt(16)
                        .with(
                                com.password4j.Argon2Function.getInstance(
                                        1024, 1, 1, 16, com.password4j.types.Argon2.ID))
                        .getResult();
        assertThat(Passwords.verify("old", cheaper)).isTrue();
    }

    @Test
    void takesUpWithNobodyByTheDummyHashButCostsTheSame() {
        assertThat(Passwords.DUMMY_HASH).startsWith(COST).hasSameSizeAs(Passwords.hash("any"));
        assertThat(Passwords.verify("", Passwords.DUMMY_HASH)).isFalse();
    }

    @Test
    void leavesNoMemoryBehind() {
        Passwords.verify("any", Passwords.hash("some"));
        assertThat(KeptFunctions.kept()).isEmpty();
    }
}
