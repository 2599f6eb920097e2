package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowAssistanceTest {
    private final RequestContext call = CallSamples.admitted("trade.settle");
    private final byte[] processed = {1, 2, 3};

    @Test
    void aResultIsNotFollowed() {
        call.answer = answer("done", null);

        new FollowAssistance(
                        next -> {
                            throw new IllegalStateException("There is nothing to follow.");
                        })
                .take(call, true);

        assertThat(call.answer.server()).isEqualTo("done");
    }

    @Test
    void secondRequestKeepsCallerDeadlineTraceAndPath() {
        call.answer = answer("asks", new Assistance("price.quote", processed, "text/csv"));

        new FollowAssistance(
                        next -> {
                            assertThat(next.capability).isEqualTo("price.quote");
                            assertThat(next.depth).isEqualTo(1);
                            assertThat(next.data).isSameAs(processed);
                            assertThat(next.head.contentType()).isEqualTo("text/csv");
                            assertThat(next.caller).isSameAs(call.caller);
                            assertThat(next.deadlineNanos).isEqualTo(call.deadlineNanos);
                            assertThat(next.registry).isSameAs(call.registry);
                            assertThat(next.request.trace()).isSameAs(call.request.trace());
                            assertThat(next.visits).isEqualTo(call.visits);
                            assertThat(next.allowedServers).isNull();
                            next.visits = next.visits.and("shop-b", "price.quote");
                            next.answer = answer("done", null);
                        })
                .take(call, true);

        assertThat(call.answer.server()).isEqualTo("done");
        assertThat(call.visits.proxies()).containsExactly("shop-a", "shop-b");
    }

    @Test
    void dataWithoutTypeKeepsTheCallersType() {
        call.answer = answer("asks", new Assistance("price.quote", processed, null));

        new FollowAssistance(
                        next -> {
                            assertThat(next.head.contentType()).isEqualTo("text/plain");
                            next.answer = answer("done", null);
                        })
                .take(call, true);
    }

    @Test
    void failureOfSecondRequestHasAnUnknownEffect() {
        call.answer = answer("asks", new Assistance("price.quote", processed, null));
        Failure second = Failure.of(ErrorCode.RATE_LIMITED, "later").with("retryAfterSeconds", 5L);

        Failure failure =
                catchThrowableOfType(
                        Failure.class,
                        () ->
                                new FollowAssistance(
                                                next -> {
                                                    throw second;
                                                })
                                        .take(call, true));

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(failure).hasMessage("later");
        assertThat(failure.extensions()).containsEntry("retryAfterSeconds", 5L);
    }

    private static Answer answer(String server, Assistance assistance) {
        return new Answer(new byte[0], null, server, List.of("shop-a"), assistance);
    }
}
