package io.hansa.proxy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountJsonTest {
    @Test
    void makesACallerWithoutGroupsByDefault() {
        Account account = parsed("{}", null);
        assertThat(account.roles()).containsExactly(Role.CALLER);
        assertThat(account.groups()).isEmpty();
        assertThat(account.enabled()).isTrue();
        assertThat(account.passwordHash()).isNull();
    }

    @Test
    void keepsThePasswordWhereNoneIsGiven() {
        Account before = new Account("shop", "$hash", Set.of(), Set.of(), true, 3);
        assertThat(parsed("{\"enabled\":false}", before).passwordHash()).isEqualTo("$hash");
    }

    @Test
    void replacesThePasswordWhereOneIsGiven() {
        Account before = new Account("shop", "$hash", Set.of(), Set.of(), true, 3);
        Account after = parsed("{\"password\":\"new\"}", before);
        assertThat(Hashing.verify("new", after.passwordHash())).isTrue();
    }

    @Test
    void printsNeitherPasswordNorHash() {
        Account account = parsed("{\"password\":\"secret\",\"groups\":[\"b\",\"a\"]}", null);
        assertThat(AccountJson.print(account).toString())
                .isEqualTo(
                        "{\"name\":\"shop\",\"groups\":[\"a\",\"b\"],\"roles\":[\"CALLER\"],"
                                + "\"enabled\":true,\"rateLimit\":null,\"passwordSet\":true}");
    }

    @Test
    void refusesABlankPasswordWithoutQuotingIt() {
        assertThatThrownBy(() -> parsed("{\"password\":\"  \"}", null))
                .hasMessage("password of account is blank; give 1 to 256 characters.");
    }

    @Test
    void takesAHashAndRefusesWhatIsNone() {
        String hash = Hashing.PASSWORDS.hash("shop-demo");
        assertThat(parsed("{\"passwordHash\":\"" + hash + "\"}", null).passwordHash())
                .isEqualTo(hash);
        assertThatThrownBy(() -> parsed("{\"passwordHash\":\"$argon2id$\"}", null))
                .hasMessageContaining("not an Argon2id hash");
    }

    @Test
    void refusesAGroupNamedLikeARole() {
        assertThatThrownBy(() -> parsed("{\"groups\":[\"admin\"]}", null))
                .hasMessageContaining("name of a role");
    }

    @Test
    void refusesARoleThatIsNone() {
        assertThatThrownBy(() -> parsed("{\"roles\":[\"ROOT\"]}", null))
                .hasMessage(
                        "roles of account is \"ROOT\"; give one of"
                                + " [CALLER, ADMIN, OPERATOR, AUDITOR].");
    }

    private static Account parsed(String json, Account before) {
        return AccountJson.parse("shop", JsonText.object(json), Hashing.PASSWORDS)
                .apply(Optional.ofNullable(before));
    }
}
