package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Delegation;
import io.hansa.proxy.audit.AuditQueues;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.tracing.TraceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestRecorderTest {
    private final ManualClock clock = new ManualClock();
    private final List<TraceRecord> one = new ArrayList<>();
    private final List<TraceRecord> other = new ArrayList<>();
    private final RequestRecorder outcomes =
            new RequestRecorder(
                    new ProxyIdentity("shop-a", "shanghai", "shop", "node-1", null),
                    clock,
                    List.of(one::add, other::add),
                    new ServiceAudit(AuditQueues.empty(), Set.of()));

    @Test
    void everyKeeperHearsOfASuccess() {
        RequestContext call = CallSamples.admitted("trade.settle");
        call.answer =
                new Answer(new byte[3], null, "shop-b/b-1", List.of("shop-a", "shop-b"), null);

        outcomes.record(call, null);

        TraceRecord record = one.get(0);
        assertThat(other).containsExactly(record);
        assertThat(record.proxy()).isEqualTo("shop-a");
        assertThat(record.node()).isEqualTo("node-1");
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.path()).containsExactly("shop-a", "shop-b");
        assertThat(record.server()).isEqualTo("shop-b/b-1");
        assertThat(record.requestBytes()).isEqualTo(6);
        assertThat(record.replyBytes()).isEqualTo(3);
        assertThat(record.startedAt()).isEqualTo(clock.instant().minusNanos(record.nanos()));
    }

    @Test
    void failureIsRecordedWithCodeEffectAndPath() {
        Failure failure = Failure.of(ErrorCode.SERVER_FAULT, Effect.UNKNOWN, "fault", null);

        outcomes.record(CallSamples.admitted("trade.settle"), failure);

        assertThat(one.get(0).status()).isEqualTo(502);
        assertThat(one.get(0).code()).isEqualTo("server-fault");
        assertThat(one.get(0).effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(one.get(0).path()).containsExactly("shop-a");
        assertThat(one.get(0).server()).isNull();
        assertThat(one.get(0).replyBytes()).isZero();
    }

    @Test
    void theEarliestFailureOfAllIsRecordedToo() {
        RequestContext call = new RequestContext(new Asking("made.up").request(), Registry.EMPTY);

        outcomes.record(call, Failure.of(ErrorCode.AUTHENTICATION_FAILED, "no"));

        assertThat(one.get(0).caller()).isNull();
        assertThat(one.get(0).capability()).isEqualTo("made.up");
        assertThat(one.get(0).path()).isEmpty();
        assertThat(one.get(0).requestBytes()).isZero();
    }

    @Test
    void peerIsRecordedWithItsAccount() {
        RequestContext call = CallSamples.admitted("trade.settle");
        call.caller = Caller.of("shop", new Delegation("shop-b", true, List.of("shop-b")));

        outcomes.record(call, Failure.of(ErrorCode.OVERLOADED, "no"));

        assertThat(one.get(0).caller()).isEqualTo("peer:shop-b/shop");
    }
}
