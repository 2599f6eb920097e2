package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.SlowCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers who are slow, or never come to an end, and what that costs the others: nothing. */
interface SlowCallersView extends SeenProxy {
    int MANY = 200;
    int REPEATED = 4000;
    int GAPS = 1000;

    /** Every gap once. A token of the tests lasts so long on a slow machine, too. */
    int WITH_ONE_TOKEN = GAPS;

    int MICROSECOND = 1000;
    int MEBIBYTE = 1 << 20;

    /** More than the container reads of a refused body. */
    int MORE_THAN_DRAINED = 70_000;

    /** Far more than a container's workers, and fewer than a server takes at once. */
    int HANGING = 45;

    @Test
    default void slowCallersHoldNoPlaceAndAreAnswered() throws Exception {
        List<SlowCaller> callers = new ArrayList<>();
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.slow", server)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy().token(admin()));
            for (int i = 0; i < MANY; i++) {
                callers.add(new SlowCaller(proxy(), "single.slow", token, 4, 10_000));
            }
            for (int sent = 0; sent < 3; sent++) {
                for (SlowCaller caller : callers) {
                    caller.send((byte) 'd');
                }
                proxy().call("single.slow").as(token).text("swift").send().ok();
            }
            awaitMetric("hansa_callers_waiting", MANY);
            assertThat(metric("hansa_node_in_flight")).isZero();
            assertThat(server.requests()).isEqualTo(3);
            for (SlowCaller caller : callers) {
                caller.send((byte) 'd');
                assertThat(caller.status()).isEqualTo(200);
                assertThat(caller.rest()).endsWith("dddd");
                caller.close();
            }
            awaitMetric("hansa_callers_waiting", 0);
            assertThat(metric("hansa_callers_data_bytes")).isZero();
        }
    }

    /**
     * As Java's own client sends it, and many others: the proxy has mostly read the head when the
     * data comes.
     */
    @Test
    default void bodyInOwnPacketIsAlwaysAnswered() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.packets", server)) {
            offer.permit("account:admin");
            for (int sent = 0; sent < REPEATED; sent += WITH_ONE_TOKEN) {
                sendDataInPackets(Credentials.bearer(proxy().token(admin())));
            }
        }
    }

    private void sendDataInPackets(Credentials token) throws Exception {
        try (SlowCaller caller = SlowCaller.keeping(proxy(), "single.packets", token, 4)) {
            for (int i = 0; i < WITH_ONE_TOKEN; i++) {
                long sent = System.nanoTime();
                while (System.nanoTime() - sent < i % GAPS * MICROSECOND) {
                    Thread.onSpinWait();
                }
                caller.send("data".getBytes(StandardCharsets.US_ASCII));
                assertThat(caller.status()).isEqualTo(200);
                assertThat(caller.upTo("data")).contains("Hansa-Server: ");
                caller.again();
            }
        }
    }

    /** What is asked next must not be taken for more of what was refused. */
    @Test
    default void refusedCallerThatSendsAllKeepsItsConnection() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.amends", server)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy().token(admin()));
            Credentials nobody = Credentials.bearer("nobody");
            try (SlowCaller caller =
                    SlowCaller.keeping(proxy(), "single.amends", nobody, MORE_THAN_DRAINED)) {
                for (int i = 0; i < MANY; i++) {
                    assertThat(caller.status()).isEqualTo(401);
                    caller.upTo("}");
                    caller.send(new byte[MORE_THAN_DRAINED]);
                    caller.then(
                            "single.amends", token, "amends".getBytes(StandardCharsets.US_ASCII));
                    assertThat(caller.status()).isEqualTo(200);
                    assertThat(caller.upTo("amends")).contains("Hansa-Server: ");
                    caller.again();
                }
            }
            assertThat(server.requests()).isEqualTo(MANY);
        }
    }

    @Test
    default void incompleteBodyAtTheDeadlineReachesNoServer() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.late", server)) {
            offer.permit("account:admin");
            try (SlowCaller caller =
                    new SlowCaller(proxy(), "single.late", admin(), MEBIBYTE, 300)) {
                caller.send(new byte[1000]);
                assertThat(caller.status()).isEqualTo(504);
            }
            awaitMetric("hansa_callers_waiting", 0);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    default void callerLeavingBeforeTheEndReachesNoServer() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.gone", server)) {
            offer.permit("account:admin");
            try (SlowCaller caller =
                    new SlowCaller(proxy(), "single.gone", admin(), 1000, 10_000)) {
                caller.send(new byte[999]);
                awaitMetric("hansa_callers_waiting", 1);
            }
            awaitMetric("hansa_callers_waiting", 0);
            assertThat(metric("hansa_callers_data_bytes")).isZero();
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    default void refusalComesBeforeTheBodyIsWhole() throws Exception {
        try (SlowCaller caller =
                new SlowCaller(
                        proxy(),
                        "single.slow",
                        Credentials.basic("admin", "wrong"),
                        MEBIBYTE,
                        10_000)) {
            caller.send(new byte[10]);
            assertThat(caller.status()).isEqualTo(401);
        }
        awaitMetric("hansa_callers_waiting", 0);
    }

    @Test
    default void refusedSilentCallerHoldsNoWorker() throws Exception {
        List<SlowCaller> callers = new ArrayList<>();
        Credentials nobody = Credentials.bearer("nobody");
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.silent", server)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy().token(admin()));
            for (int i = 0; i < HANGING; i++) {
                callers.add(SlowCaller.keeping(proxy(), "single.silent", nobody, 100));
            }
            for (SlowCaller caller : callers) {
                assertThat(caller.status()).isEqualTo(401);
            }
            proxy().call("single.silent").as(token).text("swift").send().ok();
        } finally {
            for (SlowCaller caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    default void onlyLargeBodyIsRefusedWithoutMemory() throws Exception {
        List<SlowCaller> callers = new ArrayList<>();
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.heavy", server)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy().token(admin()));
            boolean refused = false;
            byte[] most = new byte[15 * MEBIBYTE];
            for (int i = 0; i < 32 && !refused; i++) {
                SlowCaller caller =
                        new SlowCaller(proxy(), "single.heavy", token, 16 * MEBIBYTE, 10_000);
                callers.add(caller);
                refused = !sent(caller, most) || caller.answered();
            }
            assertThat(refused).as("somebody is refused").isTrue();
            assertThat(callers.get(callers.size() - 1).status()).isEqualTo(503);
            assertThat(callers).hasSizeGreaterThan(2);
            proxy().call("single.heavy").as(token).text("light").send().ok();
            callers.get(0).send(new byte[MEBIBYTE]);
            assertThat(callers.get(0).status()).isEqualTo(200);
        } finally {
            for (SlowCaller caller : callers) {
                caller.close();
            }
        }
        awaitMetric("hansa_callers_data_bytes", 0);
    }

    @Test
    default void hangingServerHoldsNoWorker() throws Exception {
        List<SlowCaller> callers = new ArrayList<>();
        try (BusinessServerSystem hanging = BusinessServerSystem.that(Manners.HANGS);
                BusinessServerSystem well = BusinessServerSystem.that(Manners.ECHO);
                Offer hangs = proxy().offer("single.hangs", hanging);
                Offer swift = proxy().offer("single.swift", well)) {
            hangs.permit("account:admin");
            swift.permit("account:admin");
            Credentials token = Credentials.bearer(proxy().token(admin()));
            for (int i = 0; i < HANGING; i++) {
                SlowCaller caller = new SlowCaller(proxy(), "single.hangs", token, 1, 5_000);
                callers.add(caller);
                caller.send((byte) 'd');
            }
            awaitMetric("hansa_node_in_flight", HANGING);
            for (int i = 0; i < 20; i++) {
                proxy().call("single.swift").as(token).text("swift").send().ok();
            }
            assertThat(metric("hansa_node_in_flight")).as("still waited for").isEqualTo(HANGING);
            for (SlowCaller caller : callers) {
                assertThat(caller.status()).isEqualTo(504);
            }
        } finally {
            for (SlowCaller caller : callers) {
                caller.close();
            }
        }
        awaitMetric("hansa_node_in_flight", 0);
    }

    private static boolean sent(SlowCaller caller, byte[] data) {
        try {
            caller.send(data);
            return true;
        } catch (IOException cutOff) {
            return false;
        }
    }
}
