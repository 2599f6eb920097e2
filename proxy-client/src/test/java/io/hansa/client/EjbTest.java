package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessProxy;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.Effect;
import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The remote EJB behind the same interface. */
class EjbTest {
    private static final URI ONE = URI.create("ejb://one");
    private static final URI OTHER = URI.create("ejb://other");

    private final Map<URI, FakeBean> beans =
            new ConcurrentHashMap<>(Map.of(ONE, new FakeBean("one"), OTHER, new FakeBean("other")));

    /** A remote bean that does as it is told. */
    private static final class FakeBean implements BusinessProxy {
        private final String id;
        private final List<BusinessRequest> requests = new CopyOnWriteArrayList<>();
        private volatile BusinessException refusal;
        private volatile RuntimeException broken;
        private volatile CountDownLatch answers = new CountDownLatch(0);

        FakeBean(String id) {
            this.id = id;
        }

        @Override
        public BusinessReply process(BusinessRequest request) throws BusinessException {
            requests.add(request);
            try {
                answers.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            if (refusal != null) {
                throw refusal;
            }
            if (broken != null) {
                throw broken;
            }
            return new BusinessReply(
                            request.contentType(), request.data(), List.of(id), id + "/s", "t")
                    .withContext(Map.of("Hansa-Status", "201", "ETag", "\"7\""));
        }

        @Override
        public ProxyStatus status() {
            return ProxyStatus.of(id)
                    .load(0.1, 0.9)
                    .capabilities(
                            List.of(
                                    new OfferedCapability("a.once", "NORMAL", "local", true),
                                    new OfferedCapability("a.twice", "NORMAL", "local", true)))
                    .replays(Map.of("a.twice", "IDEMPOTENT"))
                    .build();
        }
    }

    private HansaClient client() {
        HansaClient client =
                Clients.fast()
                        .proxies(ONE, OTHER)
                        .remoteEjb(this::found)
                        .basic("shop", "secret")
                        .build();
        await().until(() -> client.describe().contains(ONE + " IN"));
        await().until(() -> client.describe().contains(OTHER + " IN"));
        return client;
    }

    private BusinessProxy found(URI address) {
        return beans.get(address);
    }

    @Test
    void callGoesThroughTheBean() {
        try (HansaClient client = client()) {
            HansaReply<String> reply =
                    client.capability("a.twice").header("Accept-Language", "zh").send("hello");

            assertThat(reply.body()).isEqualTo("hello");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("etag")).contains("\"7\"");
            assertThat(reply.path()).containsAnyOf("one", "other");
            BusinessRequest request = received().get(0);
            assertThat(request.authorization()).startsWith("Basic ");
            assertThat(request.contentType()).isEqualTo("text/plain; charset=utf-8");
            assertThat(request.idempotencyKey()).isNotEmpty();
            assertThat(request.traceparent()).startsWith("00-");
            assertThat(request.timeoutMillis()).isBetween(1L, 5000L);
            assertThat(request.context()).containsEntry("Accept-Language", "zh");
        }
    }

    @Test
    void repliesStreamFromMemory() throws Exception {
        try (HansaClient client = client();
                var body = client.capability("a.once").stream(RequestBody.of("data")).body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data");
        }
    }

    @Test
    void refusalWithoutEffectIsSentElsewhere() {
        beans.get(ONE).refusal =
                new BusinessException("overloaded", 503, "full", "t", Effect.NONE, Map.of());
        try (HansaClient client = client()) {
            for (int call = 0; call < 10; call++) {
                assertThat(client.capability("a.once").send("x").path()).containsExactly("other");
            }
        }
    }

    @Test
    void brokenCallIsNotRepeatedForOnce() {
        beans.values().forEach(bean -> bean.broken = new ArithmeticException("the line broke"));
        try (HansaClient client = client()) {
            HansaException failed = failure(() -> client.capability("a.once").send("x"));
            assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(received()).hasSize(1);
        }
    }

    @Test
    void brokenCallIsRepeatedWhereThatIsSafe() {
        beans.get(ONE).broken = new ArithmeticException("the line broke");
        try (HansaClient client = client()) {
            while (beans.get(ONE).requests.isEmpty()) {
                assertThat(client.capability("a.twice").send("x").path()).containsExactly("other");
            }
        }
    }

    @Test
    void deadlineEndsACallThatHangs() {
        beans.values().forEach(bean -> bean.answers = new CountDownLatch(1));
        HansaClient client = client();
        HansaException failed =
                failure(
                        () ->
                                client.capability("a.once")
                                        .timeout(Duration.ofMillis(200))
                                        .send("x"));

        assertThat(failed.code()).isEqualTo("deadline-exceeded");
        assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
        beans.values().forEach(bean -> bean.answers.countDown());
        client.close();
    }

    private List<BusinessRequest> received() {
        return beans.values().stream().flatMap(bean -> bean.requests.stream()).toList();
    }
}
