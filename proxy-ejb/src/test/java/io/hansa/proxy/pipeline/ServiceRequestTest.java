package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.RequestHead;
import io.hansa.proxy.tracing.TraceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would make another proxy refuse the request, and look faulty, is refused where it comes in.
 */
class ServiceRequestTest {
    @Test
    void aContentTypeIsBounded() {
        assertThat(request("price.quote", "a/" + "b".repeat(998)).head().contentType())
                .hasSize(1000);
        for (String type : new String[] {"a/" + "b".repeat(999), "text/plain\r\nX: 1"}) {
            Failure refused =
                    catchThrowableOfType(Failure.class, () -> request("price.quote", type));
            assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
            assertThat(refused.effect()).isEqualTo(Effect.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a\nb", ".."})
    void whatIsNoNameIsNoCapability(String capability) {
        Failure refused = catchThrowableOfType(Failure.class, () -> request(capability, null));
        assertThat(refused.code()).isEqualTo(ErrorCode.CAPABILITY_UNKNOWN);
    }

    @Test
    void aLongCapabilityIsNotRepeatedWhole() {
        Failure refused =
                catchThrowableOfType(Failure.class, () -> request("c".repeat(8000), null));
        assertThat(refused.code()).isEqualTo(ErrorCode.CAPABILITY_UNKNOWN);
        assertThat(refused.getMessage()).hasSizeLessThan(300);
    }

    private static ServiceRequest request(String capability, String contentType) {
        return new ServiceRequest(
                capability,
                null,
                IngressPoint.INTRANET,
                RequestHead.of(contentType),
                Body.of(new byte[0]),
                0,
                null,
                null,
                TraceContext.continuing(null));
    }
}
