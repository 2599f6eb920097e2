package io.hansa.proxy.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.BusinessRequest;
import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.pipeline.ServiceRequest;
import io.hansa.proxy.tracing.TraceContext;
import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deserialization runs no constructor, so a remote caller can send what no constructor lets pass.
 */
class RemoteRequestsTest {
    private static final TraceContext TRACE = TraceContext.continuing(null);

    @Test
    void remoteRequestIsReadLikeAnHttpOne() throws Exception {
        BusinessRequest request =
                BusinessRequest.to("trade.settle")
                        .authorization("Bearer x")
                        .data("text/plain", new byte[3])
                        .timeoutMillis(500)
                        .build()
                        .withContext(Map.of("Hansa-Visited", "shop-a/trade.settle"));

        ServiceRequest read = RemoteRequests.read(request, TRACE);

        assertThat(read.capability()).isEqualTo("trade.settle");
        assertThat(read.authorization()).isEqualTo("Bearer x");
        assertThat(read.head().contentType()).isEqualTo("text/plain");
        assertThat(read.timeoutMillis()).isEqualTo(500);
        assertThat(read.visited()).isEqualTo("shop-a/trade.settle");
        assertThat(read.arrival()).isEqualTo(IngressPoint.INTRANET);
        assertThat(read.body().arrived(3)).isSameAs(request.data());
        assertThatThrownBy(() -> read.body().arrived(2)).isInstanceOf(Failure.class);
    }

    @Test
    void theContextHoldsHeadersAndPath() {
        ServiceRequest read =
                RemoteRequests.read(
                        request(0)
                                .withContext(
                                        Map.of(
                                                "Accept-Language",
                                                "zh",
                                                "Authorization",
                                                "Basic x",
                                                "Hansa-Account",
                                                "boss",
                                                "Hansa-Forward",
                                                "/orders/17?a=b")),
                        TRACE);

        assertThat(read.head().headers()).hasToString("[Accept-Language]");
        assertThat(read.head().suffix()).hasToString("/orders/17?a=b");
        for (String context : new String[] {"X-A:a\r\nb", "Hansa-Forward:/../x", "X A:b"}) {
            String[] both = context.split(":", 2);
            assertThat(refusal(request(0).withContext(Map.of(both[0], both[1]))).code())
                    .isEqualTo(ErrorCode.REQUEST_INVALID);
        }
    }

    @Test
    void missingRequestStillHasATrace() {
        assertThat(RemoteRequests.trace(null).traceId()).matches("[0-9a-f]{32}");
        assertThat(refusal(null).code()).isEqualTo(ErrorCode.REQUEST_INVALID);
    }

    @ParameterizedTest
    @CsvSource({"capability,CAPABILITY_UNKNOWN", "data,REQUEST_INVALID"})
    void whatNoConstructorLetsPassIsRefused(String field, ErrorCode code) throws Exception {
        BusinessRequest request = request(0);
        Field missing = BusinessRequest.class.getDeclaredField(field);
        missing.setAccessible(true);
        missing.set(request, null);

        assertThat(refusal(request).code()).isEqualTo(code);
    }

    @Test
    void aTimeoutBelowZeroIsRefused() {
        assertThat(refusal(request(-1)).code()).isEqualTo(ErrorCode.REQUEST_INVALID);
    }

    private static BusinessRequest request(long timeoutMillis) {
        return BusinessRequest.to("trade.settle").timeoutMillis(timeoutMillis).build();
    }

    private static Failure refusal(BusinessRequest request) {
        Failure refusal =
                catchThrowableOfType(Failure.class, () -> RemoteRequests.read(request, TRACE));
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        return refusal;
    }
}
