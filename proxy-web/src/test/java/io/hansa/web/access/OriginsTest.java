package io.hansa.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.AllowedOrigins;
import io.hansa.proxy.configuration.HttpOrigin;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.problem.AskedRequest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final String OWN = "http://hansa.example:8080";
    private static final String PUBLIC = "https://public.example";

    private final Origins origins =
            new Origins(new AllowedOrigins(Set.of(HttpOrigin.of("https", "public.example", 0))));

    @Test
    void programsAreNotLookedAt() {
        passes(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN, "HTTP://Hansa.Example:8080", PUBLIC, PUBLIC + ":443"})
    void ownAndAllowedOriginsPass(String origin) {
        passes(Map.of("Origin", origin));
        passes(Map.of("Origin", origin, "Sec-Fetch-Site", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "https://hansa.example:8080",
                "http://hansa.example",
                "http://hansa.example:8081",
                "http://hansa.example:8080.evil.example",
                "http://evil.hansa.example:8080",
                OWN + "/",
                "http://public.example",
                OWN + ", https://evil.example"
            })
    void everyOtherOriginIsForeign(String origin) {
        refuses(Map.of("Origin", origin));
        refuses(Map.of("Origin", origin, "Sec-Fetch-Site", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "SAME-ORIGIN", "whatever"})
    void anotherSiteIsForeign(String site) {
        refuses(Map.of("Sec-Fetch-Site", site));
        refuses(Map.of("Sec-Fetch-Site", site, "Origin", OWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ownSiteAndTypedAddressesPass(String site) {
        passes(Map.of("Sec-Fetch-Site", site));
    }

    @Test
    void anAllowedOriginMayBeAnotherSite() {
        passes(Map.of("Origin", PUBLIC, "Sec-Fetch-Site", "cross-site"));
    }

    private void passes(Map<String, String> headers) {
        assertThatCode(() -> origins.refuseForeign(AskedRequest.with(headers)))
                .doesNotThrowAnyException();
    }

    private void refuses(Map<String, String> headers) {
        assertThatThrownBy(() -> origins.refuseForeign(AskedRequest.with(headers)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(ErrorCode.ORIGIN_FOREIGN);
                            assertThat(refused).hasMessageContaining("hansa.http.allowed-origins");
                        });
    }
}
