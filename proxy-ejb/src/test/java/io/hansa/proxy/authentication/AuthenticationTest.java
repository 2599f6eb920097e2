package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.failure.Failure;
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
        Caller caller = authenticate(basic("shop", "shop-demo"), IngressPoint.INTRANET);

        assertThat(caller)
                .isEqualTo(new Caller("shop", Set.of("retail"), Set.of(Role.CALLER), null));
    }

    @Test
    void wrongPasswordAndDisabledAccountAreRefusedAlike() {
        String words = "The account or its password is wrong, or the account is disabled.";

        assertRefused(basic("shop", "Shop-demo"), IngressPoint.INTRANET, words);
        assertRefused(basic("shop", ""), IngressPoint.INTRANET, words);
        assertRefused(basic("shop", "x".repeat(2000)), IngressPoint.INTRANET, words);
        assertRefused(basic("nobody", "shop-demo"), IngressPoint.INTRANET, words);
        assertRefused(basic("gone", "shop-demo"), IngressPoint.INTRANET, words);
        assertRefused(basic("tokens-only", ""), IngressPoint.INTRANET, words);
        assertRefused("Basic " + base64("shop"), IngressPoint.INTRANET, words);
        assertRefused("Basic ", IngressPoint.INTRANET, words);
    }

    @Test
    void aTemporaryPasswordOpensNothingButItsChange() {
        makeTemporary("shop");

        assertThatThrownBy(() -> authenticate(basic("shop", "shop-demo"), IngressPoint.INTRANET))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(ErrorCode.PASSWORD_CHANGE_REQUIRED))
                .hasMessageContaining("PUT /api/v1/account/password");
        assertThat(passwordToChange(basic("shop", "shop-demo")).name()).isEqualTo("shop");
        assertRefused(basic("shop", "wrong"), IngressPoint.INTRANET, "password is wrong");
    }

    @Test
    void aPasswordMayHoldColons() {
        assertThat(authenticate(basic("colons", "a:b:c"), IngressPoint.INTRANET).account())
                .isEqualTo("colons");
    }

    @Test
    void changedPasswordIsCheckedAgain() {
        authenticate(basic("shop", "shop-demo"), IngressPoint.INTRANET);
        changePassword("shop", "new-demo");

        assertRefused(basic("shop", "shop-demo"), IngressPoint.INTRANET, "is wrong");
        assertThat(authenticate(basic("shop", "new-demo"), IngressPoint.INTRANET).account())
                .isEqualTo("shop");
    }

    @Test
    void rightPasswordOfDisabledAccountIsRefused() {
        authenticate(basic("shop", "shop-demo"), IngressPoint.INTRANET);
        disable("shop");

        assertRefused(basic("shop", "shop-demo"), IngressPoint.INTRANET, "is disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC ", "Basic  "})
    void theSchemesCaseDoesNotMatter(String scheme) {
        String credentials = base64("shop:shop-demo");

        assertThat(authenticate(scheme + credentials, IngressPoint.INTRANET).account())
                .isEqualTo("shop");
        assertThat(authenticate("bearer " + ownToken("shop"), IngressPoint.INTRANET).account())
                .isEqualTo("shop");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "Bearer", "Digest username=\"shop\"", "Basic \u00e4", "Basic a=b="})
    void anythingElseIsRefused(String authorization) {
        assertRefused(authorization, IngressPoint.INTRANET, "");
    }

    @Test
    void ownTokenProvesTheCurrentAccount() {
        String token = "Bearer " + ownToken("shop");
        assertThat(authenticate(token, IngressPoint.INTRANET).groups()).containsExactly("retail");

        disable("shop");
        assertRefused(token, IngressPoint.INTRANET, "The token's account is disabled or removed.");
    }

    @Test
    void anOwnTokenEndsWithItsGeneration() {
        String token = "Bearer " + ownToken("shop");
        authenticate(token, IngressPoint.INTRANET);
        beginGeneration("shop", 7);

        assertRefused(token, IngressPoint.INTRANET, "request a new token");
        authenticate("Bearer " + ownToken("shop"), IngressPoint.INTRANET);
    }

    @Test
    void eachRefusalHasItsReason() {
        IngressPoint here = IngressPoint.INTRANET.from(Source.of("192.0.2.1"));
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
        IngressPoint extranet = IngressPoint.extranet(Certificates.of("CN=tickets"));
        String words = "The extranet listener accepts requests of peers only.";

        assertRefused(basic("shop", "shop-demo"), extranet, words);
        assertRefused("Bearer " + ownToken("shop"), extranet, words);
    }
}
