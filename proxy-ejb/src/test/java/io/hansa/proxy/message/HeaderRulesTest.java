package io.hansa.proxy.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "accept-language",
                "Content-Language",
                "CONTENT-DISPOSITION",
                "Content-Encoding",
                "If-Match",
                "If-None-Match",
                "Prefer",
                "X-Request-Id"
            })
    void headersOfTheDataReachTheServer(String name) {
        assertThat(HeaderRules.STANDARD.ofRequest().test(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Language",
                "ETag",
                "Last-Modified",
                "Location",
                "Link",
                "Vary",
                "Warning",
                "Retry-After",
                "Cache-Control",
                "Content-Digest"
            })
    void headersOfTheReplyReachTheCaller(String name) {
        assertThat(HeaderRules.STANDARD.ofReply().test(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "Authorization",
                "Hansa-Account",
                "hansa-visited",
                "Content-Length",
                "Host"
            })
    void nobodyCanNameWhatNeverPasses(String name) {
        assertThat(HeaderRules.STANDARD.ofRequest().test(name)).isFalse();
        assertThat(HeaderRules.STANDARD.ofReply().test(name)).isFalse();
        assertThatThrownBy(() -> new HeaderRules(List.of(name), List.of()))
                .hasMessageContaining("headers.request")
                .hasMessageContaining(name);
    }

    @Test
    void cookiesPassOnlyWhereNamed() {
        HeaderRules named = new HeaderRules(List.of("Cookie"), List.of("Set-Cookie"));

        assertThat(HeaderRules.STANDARD.ofRequest().test("Cookie")).isFalse();
        assertThat(HeaderRules.STANDARD.ofReply().test("Set-Cookie")).isFalse();
        assertThat(named.ofRequest().test("cookie")).isTrue();
        assertThat(named.ofReply().test("set-cookie")).isTrue();
    }

    @Test
    void aMinusLeavesOneOut() {
        Predicate<String> rule =
                new HeaderRules(List.of("X-Tenant", "-Accept-Language"), List.of()).ofRequest();

        assertThat(rule.test("x-tenant")).isTrue();
        assertThat(rule.test("Accept-Language")).isFalse();
        assertThat(rule.test("Accept")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Tenant", "X-T:", "X\r\nY", "-", "Ä"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> new HeaderRules(List.of(), List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("headers.reply");
    }

    @Test
    void namesAreSpelledAsUsual() {
        HeaderRules rules = new HeaderRules(List.of(), List.of("X-ORDER-id"));

        assertThat(rules.spelled("etag")).isEqualTo("ETag");
        assertThat(rules.spelled("content-language")).isEqualTo("Content-Language");
        assertThat(rules.spelled("x-order-id")).isEqualTo("X-ORDER-id");
    }

    @Test
    void headersAreBoundedAndSplitNothing() {
        EndToEndHeaders.Builder many = new EndToEndHeaders.Builder();
        for (int count = 0; count < EndToEndHeaders.MAX_COUNT; count++) {
            many.add("X-" + count, "v");
        }

        assertThatThrownBy(() -> many.add("X-More", "v")).hasMessageContaining("more than 64");
        assertThatThrownBy(() -> new EndToEndHeaders.Builder().add("X-Long", "v".repeat(16 << 10)))
                .hasMessageContaining("longer than");
        for (String value : List.of("a\r\nX: b", "a\nb", "a\u0000", "a\u4ef7")) {
            assertThatThrownBy(() -> new EndToEndHeaders.Builder().add("X-A", value))
                    .hasMessageContaining("X-A");
        }
    }

    @Test
    void severalCookiesSurviveTheMap() {
        EndToEndHeaders cookies =
                new EndToEndHeaders.Builder()
                        .add("Set-Cookie", "a=1; Expires=Thu, 1 Jan")
                        .add("Set-Cookie", "b=2")
                        .build();

        Map<String, String> map = cookies.toMap();

        assertThat(EndToEndHeaders.of(map, name -> true))
                .usingRecursiveComparison()
                .isEqualTo(cookies);
    }

    @Test
    void aForeignPeerLearnsTheStandardHeadersOnly() {
        EndToEndHeaders all =
                new EndToEndHeaders.Builder()
                        .add("Accept-Language", "zh")
                        .add("X-Tenant", "7")
                        .add("Cookie", "sid=1")
                        .add("User-Agent", "case/1")
                        .build();

        assertThat(all.forPeer(true)).hasToString("[Accept-Language]");
        assertThat(all.forPeer(false)).hasToString("[Accept-Language, X-Tenant]");
    }
}
