package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.federation.Certificates;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts of this proxy, by password and by token. */
class AuthenticationTest extends AuthenticationFixture {
    @Test
    void theRightPasswordProvesTheAccount() {
        Caller caller = authenticate(basic("shop", "shop-demo"), Arrival.INTRANET);

        assertThat(caller)
                .isEqualTo(new Caller("shop", Set.of("retail"), Set.of(Role.CALLER), null));
    }

    @Test
    void wrongPasswordWrongAccountAndDisabledAccountAreToldInTheSameWords() {
        String words = "The account or its password is wrong, or the account is disabled.";

        assertRefused(basic("shop", "Shop-demo"), Arrival.INTRANET, words);
        assertRefused(basic("shop", ""), Arrival.INTRANET, words);
        assertRefused(basic("shop", "x".repeat(2000)), Arrival.INTRANET, words);
        assertRefused(basic("nobody", "shop-demo"), Arrival.INTRANET, words);
        assertRefused(basic("gone", "shop-demo"), Arrival.INTRANET, words);
        assertRefused(basic("tokens-only", ""), Arrival.INTRANET, words);
        assertRefused("Basic " + base64("shop"), Arrival.INTRANET, words);
        assertRefused("Basic ", Arrival.INTRANET, words);
    }

    @Test
    void aPasswordMayHoldColons() {
        assertThat(authenticate(basic("colons", "a:b:c"), Arrival.INTRANET).account())
                .isEqualTo("colons");
    }

    @Test
    void aPasswordThatWasRightIsAskedAgainWhenItChanged() {
        authenticate(basic("shop", "shop-demo"), Arrival.INTRANET);
        changePassword("shop", "new-demo");

        assertRefused(basic("shop", "shop-demo"), Arrival.INTRANET, "is wrong");
        assertThat(authenticate(basic("shop", "new-demo"), Arrival.INTRANET).account())
                .isEqualTo("shop");
    }

    @Test
    void aPasswordThatWasRightIsNoUseOnceTheAccountIsDisabled() {
        authenticate(basic("shop", "shop-demo"), Arrival.INTRANET);
        disable("shop");

        assertRefused(basic("shop", "shop-demo"), Arrival.INTRANET, "is disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC ", "Basic  "})
    void theSchemesCaseDoesNotMatter(String scheme) {
        String credentials = base64("shop:shop-demo");

        assertThat(authenticate(scheme + credentials, Arrival.INTRANET).account())
                .isEqualTo("shop");
        assertThat(authenticate("bearer " + ownToken("shop"), Arrival.INTRANET).account())
                .isEqualTo("shop");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "Bearer", "Digest username=\"shop\"", "Basic \u00e4", "Basic a=b="})
    void anythingElseIsRefused(String authorization) {
        assertRefused(authorization, Arrival.INTRANET, "");
    }

    @Test
    void anOwnTokenProvesTheAccountAsItIsNow() {
        String token = "Bearer " + ownToken("shop");
        assertThat(authenticate(token, Arrival.INTRANET).groups()).containsExactly("retail");

        disable("shop");
        assertRefused(token, Arrival.INTRANET, "The token's account is disabled or gone.");
    }

    @Test
    void anOwnTokenEndsWithItsGeneration() {
        String token = "Bearer " + ownToken("shop");
        authenticate(token, Arrival.INTRANET);
        beginGeneration("shop", 7);

        assertRefused(token, Arrival.INTRANET, "ask for a new one");
        authenticate("Bearer " + ownToken("shop"), Arrival.INTRANET);
    }

    @Test
    void eachRefusalIsToldWithItsReason() {
        Arrival here = Arrival.INTRANET.from(Source.of("192.0.2.1"));
        assertRefused(basic("shop", "wrong"), here, "");
        assertRefused(basic("nobody\u202e", "wrong"), here, "");
        assertRefused(basic("gone", "shop-demo"), here, "");
        assertRefused(null, here, "");
        assertRefused("Digest", here, "");
        assertRefused("Bearer nonsense", here, "");

        assertThat(refusals)
                .extracting(SignInRefusal::reason)
                .containsExactly(
                        Reason.PASSWORD_WRONG,
                        Reason.ACCOUNT_UNKNOWN,
                        Reason.ACCOUNT_DISABLED,
                        Reason.CREDENTIALS_MISSING,
                        Reason.CREDENTIALS_MALFORMED,
                        Reason.TOKEN_REFUSED);
        assertThat(refusals.get(1))
                .isEqualTo(
                        new SignInRefusal(
                                Reason.ACCOUNT_UNKNOWN,
                                "nobody?",
                                Source.of("192.0.2.1"),
                                "a-trace"));
    }

    @Test
    void noAccountComesInOverTheExtranet() {
        Arrival extranet = Arrival.extranet(Certificates.of("CN=tickets"));
        String words = "The extranet takes requests of peers only.";

        assertRefused(basic("shop", "shop-demo"), extranet, words);
        assertRefused("Bearer " + ownToken("shop"), extranet, words);
    }
}
