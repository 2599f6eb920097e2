package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Credentials;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.federation.PeerCertificates;
import io.hansa.proxy.issuer.IssuerTokens;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.TokenRules;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.UsedTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Proxy {@code shop-a} with its accounts, an intranet peer, an extranet peer and a disabled one.
 */
abstract class AuthenticationFixture {
    private static final String SHOP_HASH = Hashing.hash("shop-demo");
    private static final String COLONS_HASH = Hashing.hash("a:b:c");

    private final ManualClock clock = new ManualClock();
    private final Keyring keys = new Keyring();
    final List<SignInRefusal> refusals = new CopyOnWriteArrayList<>();
    private final TokenVerifier verifier = TokenRules.verifier("shop-a", keys, clock);
    final IssuerTokens external = new IssuerTokens("https://idp.test", "hansa", clock);
    private final Authentication authentication =
            new Authentication(
                    new ProxyIdentity("shop-a", "shanghai", "shop", "shop-a", null),
                    verifier,
                    new PasswordCheck(
                            Hashing.HASHER,
                            new GuessingLimits(5, 1000, 60),
                            (account, hash, password) -> {}),
                    refusals::add,
                    new PeerDoor(
                            "shop-a",
                            new PeerCertificates(clock),
                            verifier,
                            new UsedTokens(100, clock)),
                    external.tokens());
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Peer> peers =
            List.of(
                    peer("shop-b", Peer.Link.INTRANET, true),
                    peer("tickets", Peer.Link.EXTRANET, true),
                    peer("closed", Peer.Link.INTRANET, false));

    AuthenticationFixture() {
        put("shop", SHOP_HASH, true);
        put("colons", COLONS_HASH, true);
        put("gone", SHOP_HASH, false);
        put("tokens-only", null, true);
    }

    final Caller authenticate(String authorization, IngressPoint arrival) {
        return authenticate(authorization, arrival, false);
    }

    final Caller authenticate(String authorization, IngressPoint arrival, boolean once) {
        Registry registry =
                Registry.of(1, accounts.values(), List.of(), List.of(), List.of(), peers);
        return PasswordHasher.await(
                authentication.authenticate(
                        registry, new SignIn(authorization, arrival, "a-trace"), once));
    }

    /** How often a key was looked for. */
    final int lookUps() {
        return keys.lookUps();
    }

    final void forward(Duration by) {
        clock.forward(by);
    }

    final void changePassword(String account, String password) {
        put(account, Hashing.hash(password), true);
    }

    final void makeTemporary(String account) {
        Account before = accounts.get(account);
        accounts.put(
                account,
                new Account(
                        account,
                        before.groups(),
                        before.roles(),
                        true,
                        null,
                        1,
                        new Credentials(before.passwordHash(), true, 1, null)));
    }

    final Account passwordToChange(String authorization) {
        Registry registry =
                Registry.of(1, accounts.values(), List.of(), List.of(), List.of(), peers);
        return PasswordHasher.await(
                authentication.passwordToChange(
                        registry, new SignIn(authorization, IngressPoint.INTRANET, "a-trace")));
    }

    final void endTokensAt(String account, Instant from) {
        Account before = accounts.get(account);
        accounts.put(
                account,
                new Account(
                        account,
                        before.groups(),
                        before.roles(),
                        true,
                        null,
                        1,
                        new Credentials(before.passwordHash(), false, 1, from)));
    }

    final void disable(String account) {
        put(account, accounts.get(account).passwordHash(), false);
    }

    final void assertRefused(String authorization, IngressPoint arrival, String words) {
        assertThatThrownBy(() -> authenticate(authorization, arrival))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(ErrorCode.AUTHENTICATION_FAILED))
                .hasMessageContaining(words);
    }

    final String ownToken(String account) {
        return new TokenIssuer("shop-a", () -> keys.of("shop-a"), clock)
                .forAccount(accounts.get(account), Duration.ofMinutes(1))
                .text();
    }

    final String peerToken(String peer, String account) {
        return "Bearer "
                + new TokenIssuer(peer, () -> keys.of(peer), clock)
                        .forPeer(account, List.of(), "shop-a", Duration.ofMinutes(1))
                        .text();
    }

    /** Worth nothing without the certificate. */
    final String peerToken(String peer, String account, X509Certificate certificate)
            throws CertificateException {
        return "Bearer "
                + new TokenIssuer(peer, () -> keys.of(peer), clock)
                        .boundTo(new PeerCertificates(clock).thumbprint(certificate))
                        .forPeer(account, List.of(), "shop-a", Duration.ofMinutes(1))
                        .text();
    }

    static String basic(String account, String password) {
        return "Basic " + base64(account + ":" + password);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * As the registry does it when a password is changed, or the account disabled and enabled
     * again.
     */
    final void beginGeneration(String account, long generation) {
        put(account, accounts.get(account).passwordHash(), true, generation);
    }

    private void put(String name, String hash, boolean enabled) {
        put(name, hash, enabled, 1);
    }

    private void put(String name, String hash, boolean enabled, long generation) {
        accounts.put(
                name,
                new Account(
                        name,
                        hash,
                        Set.of("retail"),
                        Set.of(Role.CALLER),
                        enabled,
                        null,
                        1,
                        generation));
    }

    private static Peer peer(String id, Peer.Link link, boolean enabled) {
        URI url = URI.create("https://" + id + ".test:8443");
        return new Peer(id, url, link, Peer.Transport.REST, enabled, 1);
    }
}
