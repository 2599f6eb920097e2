package io.hansa.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.proxy.failure.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerRefusalTest {
    @ParameterizedTest
    @CsvSource({
        "400,REQUEST_INVALID",
        "403,NOT_FOUND",
        "404,NOT_FOUND",
        "405,METHOD_NOT_ALLOWED",
        "501,METHOD_NOT_ALLOWED"
    })
    void whatTheContainerRefusesHasHadNoEffect(int status, String code) {
        Failure refusal = ContainerRefusal.of(status);

        assertThat(refusal.code()).hasToString(code);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @CsvSource({"500,INTERNAL_ERROR", "503,INTERNAL_ERROR"})
    void whateverElseIsAFailureOfTheProxys(int status, String code) {
        Failure refusal = ContainerRefusal.of(status);

        assertThat(refusal.code()).hasToString(code);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
    }
}
