package io.hansa.proxy.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.BusinessRequest;
import io.hansa.proxy.pipeline.ServiceRequest;
import io.hansa.proxy.tracing.TraceContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A remote caller's idempotency key goes the way that one of an HTTP header goes. */
class RemoteKeyTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "order-4711")
    void theKeyIsPassedOn(String key) {
        BusinessRequest request = BusinessRequest.to("trade.settle").idempotencyKey(key).build();

        ServiceRequest read = RemoteRequests.read(request, TraceContext.continuing(null));

        assertThat(read.idempotencyKey()).isEqualTo(key);
        assertThat(read.retries()).isNull();
    }
}
