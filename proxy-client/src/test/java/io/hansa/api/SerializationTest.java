package io.hansa.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values cross remote interfaces whole, and in a form that every ORB can carry. */
class SerializationTest {
    private static final byte[] DATA = "basket".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRequestCrossesWhole() throws Exception {
        BusinessRequest request =
                crossed(
                        BusinessRequest.to("trade.settle")
                                .authorization("Bearer x")
                                .data("text/plain", DATA)
                                .timeoutMillis(500)
                                .idempotencyKey("key")
                                .traceparent("00-x")
                                .build()
                                .withContext(Map.of("Hansa-Visited", "shop-a/trade.settle")));

        assertThat(request.capability()).isEqualTo("trade.settle");
        assertThat(request.authorization()).isEqualTo("Bearer x");
        assertThat(request.contentType()).isEqualTo("text/plain");
        assertThat(request.data()).isEqualTo(DATA);
        assertThat(request.timeoutMillis()).isEqualTo(500);
        assertThat(request.idempotencyKey()).isEqualTo("key");
        assertThat(request.traceparent()).isEqualTo("00-x");
        assertThat(request.context()).containsOnly(entry("Hansa-Visited", "shop-a/trade.settle"));
    }

    @Test
    void optionalMembersMayBeMissing() throws Exception {
        BusinessRequest request = crossed(BusinessRequest.to("trade.settle").build());

        assertThat(request.authorization()).isNull();
        assertThat(request.contentType()).isNull();
        assertThat(request.data()).isEmpty();
        assertThat(request.timeoutMillis()).isZero();
        assertThat(request.idempotencyKey()).isNull();
    }

    @Test
    void aReplyCrossesWhole() throws Exception {
        BusinessReply reply =
                crossed(
                        new BusinessReply(
                                null, DATA, List.of("shop-a", "shop-b"), "shop-b/pricing-1", "t"));

        assertThat(reply.contentType()).isNull();
        assertThat(reply.data()).isEqualTo(DATA);
        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
        assertThat(reply.server()).isEqualTo("shop-b/pricing-1");
        assertThat(reply.traceId()).isEqualTo("t");
    }

    @Test
    void aFailureCrossesWhole() throws Exception {
        BusinessException failure =
                crossed(
                        new BusinessException(
                                "overloaded",
                                503,
                                "full",
                                "t",
                                Effect.NONE,
                                Map.of("reason", "busy")));

        assertThat(failure.context()).containsOnly(entry("reason", "busy"));
        assertThat(failure).hasMessage("full");
        assertThat(failure.code()).isEqualTo("overloaded");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.traceId()).isEqualTo("t");
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void aStatusCrossesWhole() throws Exception {
        OfferedCapability offered =
                new OfferedCapability("price.quote", "CORE", OfferedCapability.LOCAL, true);
        ProxyStatus status =
                crossed(
                        ProxyStatus.of("shop-b")
                                .region("shanghai")
                                .organization("shop")
                                .load(0.5, 0.9)
                                .capabilities(List.of(offered))
                                .iiop("shop-b:3528")
                                .replays(Map.of("price.quote", "SAFE"))
                                .build());

        assertThat(status.proxy()).isEqualTo("shop-b");
        assertThat(status.region()).isEqualTo("shanghai");
        assertThat(status.organization()).isEqualTo("shop");
        assertThat(status.load()).isEqualTo(0.5);
        assertThat(status.threshold()).isEqualTo(0.9);
        assertThat(status.accepting()).isTrue();
        assertThat(status.iiop()).isEqualTo("shop-b:3528");
        assertThat(status.replays()).containsExactly(Map.entry("price.quote", "SAFE"));
        assertThat(status.capabilities())
                .singleElement()
                .matches(o -> o.name().equals("price.quote") && o.priority().equals("CORE"))
                .matches(o -> o.via().equals("local") && o.available());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BusinessRequest.class,
                BusinessReply.class,
                BusinessException.class,
                ProxyStatus.class,
                OfferedCapability.class
            })
    void everyValueIsAFinalClassAndNoRecord(Class<?> value) {
        assertThat(value.isRecord()).isFalse();
        assertThat(Modifier.isFinal(value.getModifiers())).isTrue();
    }

    /** An ORB asks whether both sides have the same fields, and reads nulls where they have not. */
    @ParameterizedTest
    @MethodSource("shapes")
    void noValueEverChangesItsFields(Class<?> value, String fields) {
        ObjectStreamClass shape = ObjectStreamClass.lookup(value);

        assertThat(shape.getSerialVersionUID()).isEqualTo(1L);
        assertThat(Arrays.stream(shape.getFields()).map(ObjectStreamField::getName))
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        BusinessRequest.class,
                        "capability authorization contentType data timeoutMillis idempotencyKey"
                                + " traceparent context"),
                Arguments.of(BusinessReply.class, "contentType data path server traceId context"),
                Arguments.of(BusinessException.class, "code status traceId effect context"),
                Arguments.of(
                        ProxyStatus.class,
                        "proxy region organization load threshold accepting capabilities context"),
                Arguments.of(OfferedCapability.class, "name priority via available"));
    }

    @SuppressWarnings("unchecked")
    private static <T> T crossed(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
