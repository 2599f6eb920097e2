package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequeueHandlerTest {
    private static final int MANY = 40;
    private static final int TIMES = 100;

    private Listener listener;
    private Caller one;
    private Caller another;

    @BeforeEach
    void listen() throws IOException {
        listenWith(1);
        listener.workersIdle();
    }

    private void listenWith(int workers) throws IOException {
        listener = new Listener(workers);
        one = greeted();
        another = greeted();
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        another.close();
        listener.close();
    }

    @Test
    void noWorkerReadsWithoutKeptWorker() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(one.answer("x")).isEqualTo("x");
        }
        assertThat(listener.readByWorkers()).isEmpty();
    }

    @Test
    void workerReadsNextRequestQueuedBehindOthers() throws IOException {
        crowd();
        one.write(Caller.request('b'));
        listener.goOn();
        assertThat(one.answers(2)).isEqualTo("!b");
        assertThat(another.answers(1)).isEqualTo("a");
        assertThat(listener.done()).endsWith("!", "a", "b");
        assertThat(listener.readByWorkers()).containsExactly("b");
    }

    @Test
    void idleConnectionIsReadByTheIoThread() throws IOException {
        crowd();
        listener.goOn();
        assertThat(one.answers(1)).isEqualTo("!");
        assertThat(another.answers(1)).isEqualTo("a");
        listener.workersIdle();
        assertThat(one.answer("l")).isEqualTo("l");
        assertThat(another.answer("m")).isEqualTo("m");
        assertThat(listener.readByWorkers()).isEmpty();
    }

    @Test
    void halfRequestIsContinuedWhereItEnded() throws IOException {
        String next = Caller.request('b');
        crowd();
        one.write(next.substring(0, 9));
        listener.goOn();
        assertThat(one.answers(1)).isEqualTo("!");
        assertThat(another.answers(1)).isEqualTo("a");
        assertThat(another.answer("c")).isEqualTo("c");
        one.write(next.substring(9));
        assertThat(one.answers(1)).isEqualTo("b");
    }

    @Test
    void severalRequestsAtOnceAreAnsweredInOrder() throws IOException {
        crowd("!bc");
        one.ask("de");
        listener.goOn();
        assertThat(one.answers(5)).isEqualTo("!bcde");
        assertThat(another.answers(1)).isEqualTo("a");
    }

    @Test
    void closedConnectionIsClosedWhenDequeued() throws IOException {
        crowd();
        one.close();
        listener.goOn();
        assertThat(another.answers(1)).isEqualTo("a");
        await().untilAsserted(() -> assertThat(listener.closed()).isEqualTo(1));
        assertThat(another.answer("c")).isEqualTo("c");
    }

    @Test
    void workerWaitsForNextRequestOnEmptyQueue() throws IOException {
        close();
        listenWith(4);
        one.ask("!");
        await().until(() -> listener.held() == 1);
        one.write(Caller.request('b'));
        listener.goOn();
        assertThat(one.answers(2)).isEqualTo("!b");
        assertThat(listener.readByWorkers()).contains("b");
        assertThat(one.answer("l")).isEqualTo("l");
    }

    @Test
    void connectionClosedWhileAWorkerWaitsIsClosed() throws IOException {
        close();
        listenWith(4);
        one.ask("!");
        await().until(() -> listener.held() == 1);
        one.close();
        listener.goOn();
        await().untilAsserted(() -> assertThat(listener.closed()).isEqualTo(1));
        assertThat(another.answer("c")).isEqualTo("c");
    }

    @Test
    void connectionWithoutBufferMemoryIsClosed() throws IOException {
        crowd();
        one.write(Caller.request('b'));
        listener.noMemoryForRequeued();
        listener.goOn();
        assertThat(one.answers(1)).isEqualTo("!");
        assertThatThrownBy(() -> one.answers(1))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void upgradedConnectionLeavesAtOnce() throws IOException {
        crowd();
        Caller third = listener.connect();
        third.upgrade();
        await().until(() -> listener.waiting() == 2);
        another.ask("c");
        listener.goOn();
        assertThat(third.upTo("upgraded")).contains("101");
        assertThat(another.answers(2)).isEqualTo("ac");
        assertThat(listener.done()).endsWith("!", "a", "u", "upgraded", "c");
        third.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 64})
    void ofManyWhoAskAllTheTimeEachGetsItsAnswers(int workers) throws IOException {
        close();
        listenWith(workers);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            callers.add(listener.connect());
        }
        for (int i = 0; i < TIMES; i++) {
            String request = i % 10 + "";
            for (Caller caller : callers) {
                caller.ask(request);
            }
            for (Caller caller : callers) {
                assertThat(caller.answers(1)).isEqualTo(request);
            }
        }
        assertThat(listener.done()).hasSize(MANY * TIMES + 2);
        for (Caller caller : callers) {
            caller.close();
        }
    }

    /** One is with the only worker, and another waits for it. */
    private void crowd() throws IOException {
        crowd("!");
    }

    private void crowd(String requests) throws IOException {
        one.ask(requests);
        await().until(() -> listener.held() == 1);
        another.ask("a");
        await().until(() -> listener.waiting() == 1);
    }

    private Caller greeted() throws IOException {
        Caller caller = listener.connect();
        assertThat(caller.answer("h")).isEqualTo("h");
        return caller;
    }
}
