package io.hansa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @ParameterizedTest
    @CsvSource({
        "authentication-failed, 401",
        "permission-denied, 403",
        "capability-unknown, 404",
        "body-too-large, 413",
        "idempotency-key-reused, 422",
        "rate-limited, 429",
        "server-unreachable, 502",
        "server-protocol-error, 502",
        "server-fault, 502",
        "peer-unreachable, 502",
        "overloaded, 503",
        "shed, 503",
        "circuit-open, 503",
        "draining, 503",
        "starting, 503",
        "deadline-exceeded, 504",
        "loop-detected, 508"
    })
    void theContractsCodesHaveTheContractsStatus(String code, int status) {
        assertThat(ErrorCode.ofCode(code).orElseThrow().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeIsFoundByWhatIsSent(ErrorCode code) {
        assertThat(ErrorCode.ofCode(code.code())).contains(code);
        assertThat(code.code()).matches("[a-z]+(-[a-z]+)+|shed|draining|overloaded|starting");
        assertThat(code.title()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void noTwoCodesAreSentAlike() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void aCodeOfTheFutureIsUnknown() {
        assertThat(ErrorCode.ofCode("of-the-future")).isEmpty();
        assertThat(ErrorCode.ofCode("")).isEmpty();
    }
}
