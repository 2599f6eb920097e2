package io.hansa.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Correlation;
import io.hansa.connector.ListenerLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One connection with many calls in flight: each goes its own way, and back to its own request. */
@Timeout(60)
class MultiplexedConversationTest {

    private static final Correlation FOUR_BYTES = new ByteRange(0, 4);

    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Set<String> begun = Collections.newSetFromMap(new ConcurrentHashMap<>());

    @Test
    void repliesAreSentAsTheyComplete() throws Exception {
        hold("0001", "0002");
        try (CalledPort port = CalledPort.open(FOUR_BYTES, this::reply)) {
            port.send("0001 books", "0002 pens", "0003 ink");
            assertThat(port.receive()).isEqualTo("0003 ink!");
            release("0002");
            assertThat(port.receive()).isEqualTo("0002 pens!");
            release("0001");
            assertThat(port.receive()).isEqualTo("0001 books!");
        }
    }

    @Test
    void duplicateKeyInFlightIsRefused() throws Exception {
        hold("0001");
        try (CalledPort port = CalledPort.open(FOUR_BYTES, this::reply)) {
            port.send("0001 books", "0001 again");
            assertThat(port.receive()).startsWith("0001HANSA-ERROR overloaded NONE 0000");
            release("0001");
            assertThat(port.receive()).isEqualTo("0001 books!");
            port.send("0001 once more");
            assertThat(port.receive()).isEqualTo("0001 once more!");
        }
    }

    @Test
    void readingPausesAtMaxInFlight() throws Exception {
        hold("0001", "0002");
        try (CalledPort port =
                CalledPort.open(CalledPort.settings(FOUR_BYTES, limits(2, 20_000)), this::reply)) {
            port.send("0001", "0002", "0003", "0004");
            await().until(() -> begun.containsAll(List.of("0001", "0002")));
            await().during(Duration.ofMillis(300)).until(() -> begun.size() == 2);
            release("0002");
            assertThat(port.receive()).isEqualTo("0002!");
            assertThat(port.receive()).isEqualTo("0003!");
            assertThat(port.receive()).isEqualTo("0004!");
            release("0001");
            assertThat(port.receive()).isEqualTo("0001!");
        }
    }

    @Test
    void thousandsOfCallsGetTheirReplyWithinMaximum() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger max = new AtomicInteger();
        List<String> numbers =
                IntStream.range(0, 3000).mapToObj(number -> "%04d".formatted(number)).toList();
        try (CalledPort port =
                CalledPort.open(
                        CalledPort.settings(FOUR_BYTES, limits(4, 20_000)),
                        call -> {
                            max.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.yield();
                            now.decrementAndGet();
                            return call + "!";
                        })) {
            port.send(numbers.toArray(String[]::new));
            List<String> replies = new ArrayList<>();
            for (int reply = 0; reply < numbers.size(); reply++) {
                replies.add(port.receive());
            }
            assertThat(replies)
                    .containsExactlyInAnyOrderElementsOf(
                            numbers.stream().map(number -> number + "!").toList());
        }
        assertThat(max.get()).isBetween(2, 4);
    }

    @Test
    void callsInFlightAreAnsweredAfterInputEnds() throws Exception {
        hold("0001");
        try (CalledPort port = CalledPort.open(FOUR_BYTES, this::reply)) {
            port.send("0001", "0002");
            port.sendsNoMore();
            assertThat(port.receive()).isEqualTo("0002!");
            release("0001");
            assertThat(port.receive()).isEqualTo("0001!");
            assertThat(port.receive()).isNull();
        }
    }

    @Test
    void connectionWithCallInFlightIsNotIdle() throws Exception {
        hold("0001");
        try (CalledPort port =
                CalledPort.open(CalledPort.settings(FOUR_BYTES, limits(4, 250)), this::reply)) {
            port.send("0001");
            await().until(() -> begun.contains("0001"));
            CountDownLatch longer = new CountDownLatch(1);
            assertThat(longer.await(600, TimeUnit.MILLISECONDS)).isFalse();
            release("0001");
            assertThat(port.receive()).isEqualTo("0001!");
            assertThat(port.receive()).as("idle at last").isNull();
        }
    }

    @Test
    void callsRunSequentiallyWithoutSpareThread() throws Exception {
        AtomicInteger given = new AtomicInteger();
        try (CalledPort port =
                CalledPort.open(
                        CalledPort.settings(FOUR_BYTES, limits(4, 20_000)),
                        task -> {
                            if (given.incrementAndGet() > 2) {
                                throw new RejectedExecutionException("no more than two");
                            }
                            new Thread(task).start();
                        },
                        this::reply)) {
            port.send("0001", "0002", "0003");
            assertThat(port.receive()).isEqualTo("0001!");
            assertThat(port.receive()).isEqualTo("0002!");
            assertThat(port.receive()).isEqualTo("0003!");
        }
    }

    @Test
    void brokenFrameEndsReadingAndKeepsCalls() throws Exception {
        hold("0001");
        try (CalledPort port = CalledPort.open(FOUR_BYTES, this::reply)) {
            port.send("0001", "x".repeat(2000));
            await().until(() -> begun.contains("0001"));
            release("0001");
            assertThat(port.receive()).isEqualTo("0001!");
            assertThat(port.receive()).isNull();
        }
    }

    private String reply(String call) {
        String key = call.substring(0, 4);
        begun.add(key);
        CountDownLatch latch = held.get(key);
        try {
            if (latch != null && !latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody released " + key);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return call + "!";
    }

    private void hold(String... keys) {
        for (String key : keys) {
            held.put(key, new CountDownLatch(1));
        }
    }

    private void release(String key) {
        held.get(key).countDown();
    }

    private static ListenerLimits limits(int inFlight, int idleMillis) {
        return new ListenerLimits(2, inFlight, 1000, idleMillis, 20_000);
    }
}
