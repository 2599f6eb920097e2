package io.hansa.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.proxy.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerRefusalTest {
    @ParameterizedTest
    @CsvSource({
        "400,REQUEST_INVALID",
        "403,NOT_FOUND",
        "404,NOT_FOUND",
        "405,METHOD_NOT_ALLOWED",
        "501,METHOD_NOT_ALLOWED",
        "406,NOT_ACCEPTABLE",
        "413,BODY_TOO_LARGE",
        "415,MEDIA_TYPE_UNSUPPORTED",
        "417,EXPECTATION_FAILED",
        "411,REQUEST_INVALID",
        "414,REQUEST_INVALID",
        "431,REQUEST_INVALID",
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

    @ParameterizedTest
    @CsvSource({
        "400,400", "403,404", "405,405", "406,406", "408,408", "411,411", "413,413", "414,414",
        "415,415", "417,417", "426,426", "431,431", "500,500", "501,405", "503,500"
    })
    void aStatusOfTheCallersFaultStaysWhatItIs(int status, int told) {
        assertThat(ContainerRefusal.status(status, ContainerRefusal.of(status))).isEqualTo(told);
    }

    @Test
    void methodNotAllowedNamesTheAllowedMethods() {
        Problem problem = Problem.of(ContainerRefusal.of(405), "trace", name -> null);

        assertThat(problem.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }
}
