package io.hansa.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeStateTest {
    @AfterEach
    void forget() {
        System.clearProperty(NodeState.PROPERTY);
    }

    @Test
    void withoutAPropertyRequestsAreServed() {
        assertThat(NodeState.now()).isEqualTo(NodeState.SERVING);
        assertThat(NodeState.now().refusal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"starting, starting", "stopped, draining"})
    void refusalHasTheContractsCodeAndRetryAfter(String told, String code) {
        System.setProperty(NodeState.PROPERTY, told);

        Refusal refusal = NodeState.now().refusal();

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.reason()).isEqualTo("Service Unavailable");
        assertThat(refusal.retryAfter()).isEqualTo(1);
        assertThat(new String(refusal.body(), StandardCharsets.US_ASCII))
                .contains("\"code\":\"" + code + "\"")
                .contains("\"effect\":\"NONE\"");
    }

    @Test
    void passOfNoStartIsNoPass() {
        assertThat(NodeState.isPass("made up")).isFalse();
        assertThat(NodeState.isPass(null)).isFalse();
    }
}
