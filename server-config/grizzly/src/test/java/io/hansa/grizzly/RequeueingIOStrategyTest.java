package io.hansa.grizzly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.http.requeue.WorkerAffinity;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequeueingIOStrategyTest {

    private Listener listener;
    private Socket one;
    private Socket another;

    @BeforeEach
    void listen() throws IOException {
        listenWith(1);
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
    void selectorServesEachRequestWithoutKeptWorker() throws IOException {
        int before = listener.atTheSelector(one);
        int turns = listener.turns();
        for (int i = 1; i <= 5; i++) {
            assertThat(answers(one, "x")).isEqualTo("x");
            int times = before + i;
            await().untilAsserted(() -> assertThat(listener.atTheSelector(one)).isEqualTo(times));
        }
        assertThat(listener.turns()).isEqualTo(turns + 5);
    }

    @Test
    void nextRequestIsQueuedBehindOthers() throws IOException {
        int before = listener.atTheSelector(one);
        crowd();
        send(one, "b");
        listener.goOn();
        assertThat(received(one, 2)).isEqualTo("!b");
        assertThat(received(another, 1)).isEqualTo("a");
        assertThat(listener.done()).endsWith("!", "a", "b");
        await().untilAsserted(() -> assertThat(listener.waiting()).isZero());
        await().untilAsserted(() -> assertThat(listener.atTheSelector(one)).isEqualTo(before + 1));
    }

    @Test
    void busyConnectionIsRequeuedAfterEachRequest() throws IOException {
        int before = listener.atTheSelector(one);
        crowd();
        send(one, "!");
        listener.goOn();
        await().until(() -> listener.held() == 2);
        send(one, "c");
        listener.goOn();
        assertThat(received(one, 3)).isEqualTo("!!c");
        assertThat(listener.atTheSelectorWhenCame("c")).isEqualTo(before);
    }

    @Test
    void idleConnectionReturnsToTheSelector() throws IOException {
        int before = listener.atTheSelector(one);
        crowd();
        listener.goOn();
        assertThat(received(one, 1)).isEqualTo("!");
        await().untilAsserted(() -> assertThat(listener.atTheSelector(one)).isEqualTo(before + 1));
        assertThat(answers(one, "later")).isEqualTo("later");
    }

    @Test
    void closedConnectionIsClosedWhenDequeued() throws IOException {
        crowd();
        one.close();
        listener.goOn();
        assertThat(received(another, 1)).isEqualTo("a");
        await().untilAsserted(() -> assertThat(listener.closed()).isEqualTo(1));
    }

    @Test
    void workerWaitsForNextRequestOnEmptyQueue() throws IOException {
        close();
        listenWith(4);
        int before = listener.atTheSelector(one);
        send(one, "!");
        await().until(() -> listener.held() == 1);
        send(one, "b");
        int turns = listener.turns();
        listener.goOn();
        assertThat(received(one, 2)).isEqualTo("!b");
        assertThat(listener.atTheSelectorWhenCame("b")).isEqualTo(before);
        assertThat(listener.turns()).isEqualTo(turns);
        await().untilAsserted(() -> assertThat(listener.atTheSelector(one)).isEqualTo(before + 1));
        assertThat(answers(one, "later")).isEqualTo("later");
    }

    @Test
    void connectionClosedWhileAWorkerWaitsIsClosed() throws IOException {
        close();
        listenWith(4);
        send(one, "!");
        await().until(() -> listener.held() == 1);
        one.close();
        listener.goOn();
        await().untilAsserted(() -> assertThat(listener.closed()).isEqualTo(1));
        assertThat(answers(another, "later")).isEqualTo("later");
    }

    @Test
    void workerIsKeptForABoundedTime() throws IOException {
        close();
        listenWith(4);
        int turns = listener.turns();
        String requests = "x".repeat(3 * WorkerAffinity.MAX_IN_A_ROW);
        for (char request : requests.toCharArray()) {
            assertThat(answers(one, String.valueOf(request))).isEqualTo("x");
        }
        assertThat(listener.turns()).isGreaterThanOrEqualTo(turns + 3);
    }

    @Test
    void asynchronousReplyReturnsToTheSelector() throws IOException {
        close();
        listenWith(4);
        for (int i = 0; i < 200; i++) {
            assertThat(answers(one, "~")).isEqualTo("~");
        }
        assertThat(answers(one, "later")).isEqualTo("later");
    }

    @Test
    void fullQueueLosesNoConnection() throws IOException {
        crowd();
        listener.fill();
        send(one, "b");
        listener.goOn();
        assertThat(received(another, 1)).isEqualTo("a");
        assertThat(received(one, 2)).isEqualTo("!b");
        assertThat(answers(one, "later")).isEqualTo("later");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 64})
    void ofManyWhoAskAllTheTimeEachGetsItsAnswers(int workers) throws IOException {
        close();
        listenWith(workers);
        List<Socket> callers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            callers.add(listener.connect());
        }
        for (int i = 0; i < 100; i++) {
            String request = i % 10 + "";
            for (Socket caller : callers) {
                send(caller, request);
            }
            for (Socket caller : callers) {
                assertThat(received(caller, 1)).isEqualTo(request);
            }
        }
        assertThat(listener.done()).hasSize(40 * 100 + 2);
        for (Socket caller : callers) {
            caller.close();
        }
    }

    /** One is with the only worker, and another waits for it. */
    private void crowd() throws IOException {
        send(one, "!");
        await().until(() -> listener.held() == 1);
        send(another, "a");
        await().until(() -> listener.waiting() == 1);
    }

    /** A caller whose connection is at the selector. */
    private Socket greeted() throws IOException {
        Socket caller = listener.connect();
        assertThat(answers(caller, "h")).isEqualTo("h");
        await().until(() -> listener.atTheSelector(caller) == 1);
        return caller;
    }

    private static String answers(Socket caller, String requests) throws IOException {
        send(caller, requests);
        return received(caller, requests.length());
    }

    private static void send(Socket caller, String requests) throws IOException {
        caller.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    private static String received(Socket caller, int count) throws IOException {
        return new String(caller.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }
}
