package io.hansa.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/services/trade.settle",
                "/api/v1/admin/accounts/a%40b",
                "/a/%E4%BB%B7/%F0%9F%98%80",
                "/a//b/...",
                "/a.b/..c/c../.d",
                "/a?q=%E4%BB%B7;a/../b&c=a%2Fb%00",
                "/a?",
                "http://here",
                "http://here:80/a?b",
                "*"
            })
    void aPlainAddressIsTaken(String target) {
        assertThat(RequestTarget.fault(target)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%",
                "/a%4",
                "/a%zz",
                "/a%4g",
                "/a%\uff14\uff11",
                "/%80",
                "/%c0%af",
                "/%c3",
                "/%c3a%aa",
                "/%e0%80%af",
                "/%ed%a0%80",
                "/%f4%90%80%80",
                "/%f8%80%80%80",
                "/%ff",
                "/a?q=%",
                "/a?q=%zz",
                "http://here/a%"
            })
    void aBadEscapeIsNamed(String target) {
        assertThat(RequestTarget.fault(target)).contains("percent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%2Fb",
                "/a%2fb",
                "/a%5Cb",
                "/a%3Bb",
                "/a%3fb",
                "/a%23",
                "/a%00",
                "/a%0d%0A",
                "/%7f"
            })
    void anEncodedDelimiterIsNamed(String target) {
        assertThat(RequestTarget.fault(target)).contains("encoded delimiters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;b=c", "/;", "/a/;/b", "http://here/a;b?c"})
    void aSemicolonInThePathIsNamed(String target) {
        assertThat(RequestTarget.fault(target)).contains("semicolon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.",
                "/..",
                "/../a",
                "/a/./b",
                "/a/..",
                "/a/%2e%2e/b",
                "/a/.%2E?c",
                "/%2e",
                "http://here/.."
            })
    void aDotSegmentIsNamed(String target) {
        assertThat(RequestTarget.fault(target)).contains("dot segments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a b",
                "/a\\b",
                "/a|b",
                "/{a}",
                "/a#b",
                "/a\u00e9",
                "/a\tb",
                "/a?b^",
                "/a?\u00ff"
            })
    void aCharacterThatMustBeEscapedIsNamed(String target) {
        assertThat(RequestTarget.fault(target)).contains("RFC 3986");
    }
}
