package io.hansa.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectInputStream;
import org.junit.jupiter.api.Test;

/**
 * Bytes that clients and proxies wrote before there was a context are understood for ever: they lie
 * in {@code first/} and are never written again. What was added since is empty in them.
 */
class OlderPartnerTest {
    @Test
    void aRequestOfTheFirstClients() throws Exception {
        BusinessRequest request = first("request", BusinessRequest.class);

        assertThat(request.capability()).isEqualTo("trade.settle");
        assertThat(request.authorization()).isEqualTo("Bearer x");
        assertThat(request.contentType()).isEqualTo("text/plain");
        assertThat(request.data()).asString().isEqualTo("basket");
        assertThat(request.timeoutMillis()).isEqualTo(500);
        assertThat(request.idempotencyKey()).isEqualTo("key");
        assertThat(request.traceparent()).isEqualTo("00-x");
        assertThat(request.context()).isEmpty();
    }

    @Test
    void aReplyOfTheFirstProxies() throws Exception {
        BusinessReply reply = first("reply", BusinessReply.class);

        assertThat(reply.contentType()).isEqualTo("text/plain");
        assertThat(reply.data()).asString().isEqualTo("basket");
        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
        assertThat(reply.server()).isEqualTo("shop-b/pricing-1");
        assertThat(reply.traceId()).isEqualTo("t");
    }

    @Test
    void aFailureOfTheFirstProxies() throws Exception {
        BusinessException failure = first("failure", BusinessException.class);

        assertThat(failure).hasMessage("full");
        assertThat(failure.code()).isEqualTo("overloaded");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.traceId()).isEqualTo("t");
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void aStatusOfTheFirstProxies() throws Exception {
        ProxyStatus status = first("status", ProxyStatus.class);

        assertThat(status.proxy()).isEqualTo("shop-b");
        assertThat(status.threshold()).isEqualTo(0.9);
        assertThat(status.iiop()).isNull();
        assertThat(status.loadAgeMillis()).isZero();
        assertThat(status.replays()).isEmpty();
        assertThat(status.withLoadAge(7).loadAgeMillis()).isEqualTo(7);
        assertThat(status.capabilities())
                .singleElement()
                .matches(offered -> offered.name().equals("price.quote") && offered.available());
    }

    private static <T> T first(String name, Class<T> type)
            throws IOException, ClassNotFoundException {
        try (ObjectInputStream in =
                new ObjectInputStream(
                        OlderPartnerTest.class.getResourceAsStream("first/" + name + ".ser"))) {
            return type.cast(in.readObject());
        }
    }
}
