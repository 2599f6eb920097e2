package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Business servers that misbehave: the caller hears it in time, and the next caller notices nothing
 * (R14, R22).
 */
@WithLeague
class MisbehaviourIT {
    private static final String PROVOKE = "provoke";
    private static final Duration DEADLINE = Duration.ofMillis(800);

    /** What a busy machine may add to an answer. */
    private static final Duration SLACK = Duration.ofMillis(1500);

    private final ProxySystem shopA;

    MisbehaviourIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @Test
    void aServerThatRefusesWasNotReached() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.refuses", server)) {
            server.refuse();
            provoke(offer).problem(502, "server-unreachable").withoutEffect();
            server.listen();
            nextCallersAreUnharmed(offer);
        }
    }

    @Test
    void serverGoneAfterItsReplyIsReconnected() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.restarts", server)) {
            nextCallersAreUnharmed(offer);
            server.refuse();
            server.listen();
            nextCallersAreUnharmed(offer);
        }
    }

    @Test
    void serverGoneDuringItsReplyMayHaveActed() throws IOException {
        Problem problem = misbehaving(Manners.CLOSES_EARLY, 502);
        assertThat(problem.json().getString("code"))
                .isIn("server-unreachable", "server-protocol-error");
    }

    @Test
    void garbageBreaksTheProtocol() throws IOException {
        misbehaving(Manners.GARBAGE, 502, "server-protocol-error");
    }

    @Test
    void halfAFrameBreaksTheProtocol() throws IOException {
        misbehaving(Manners.HALF_A_FRAME, 502, "server-protocol-error");
    }

    @Test
    void hangingServerIsAwaitedUntilTheDeadline() throws IOException {
        inTime(Manners.HANGS);
    }

    @Test
    void halfFrameIsAwaitedUntilTheDeadline() throws IOException {
        inTime(Manners.HALF_A_FRAME_THEN_SILENCE);
    }

    @Test
    void slowDripEndsAtTheDeadline() throws IOException {
        inTime(Manners.SLOW_DRIP);
    }

    private void inTime(Manners manners) throws IOException {
        long began = System.nanoTime();
        misbehaving(manners, 504, "deadline-exceeded");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(DEADLINE);
    }

    private void misbehaving(Manners manners, int status, String code) throws IOException {
        assertThat(misbehaving(manners, status).json().getString("code")).isEqualTo(code);
    }

    private Problem misbehaving(Manners manners, int status) throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(manners.onlyFor(PROVOKE));
                Offer offer = shopA.offer("it.misbehaves", server)) {
            nextCallersAreUnharmed(offer);
            Reply reply = provoke(offer).status(status);
            Problem problem = reply.problem(status, reply.json().getString("code"));
            problem.withUnknownEffect();
            assertThat(server.requests()).as("nothing is sent twice").isEqualTo(4);
            nextCallersAreUnharmed(offer);
            return problem;
        }
    }

    private Reply provoke(Offer offer) throws IOException {
        long began = System.nanoTime();
        Reply reply =
                shopA.call(offer.capability())
                        .text(PROVOKE)
                        .withinMillis(DEADLINE.toMillis())
                        .send();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("time until the answer")
                .isLessThan(DEADLINE.plus(SLACK));
        return reply;
    }

    /** Each gets its own data back, and nothing that was left over. */
    private void nextCallersAreUnharmed(Offer offer) throws IOException {
        for (String data : new String[] {"first", "the second", "third"}) {
            assertThat(shopA.call(offer.capability()).text(data).send().ok().text())
                    .isEqualTo(data);
        }
    }
}
