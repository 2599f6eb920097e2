package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.audit.AuditQueues;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.configuration.AuditLimits.Services;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.token.ManualClock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceAuditTest {
    private static final Failure DENIED = Failure.of(ErrorCode.PERMISSION_DENIED, "no grant");

    private final AuditQueue queue = AuditQueues.empty();

    private List<AuditRecord> records(Failure failure, Services... services) {
        new RequestRecorder(
                        new ProxyIdentity("shop-a", "shanghai", "shop", "node-1", null),
                        new ManualClock(),
                        List.of(),
                        new ServiceAudit(queue, Set.of(services)))
                .record(CallSamples.admitted("trade.settle"), failure);
        return AuditQueues.drain(queue);
    }

    @Test
    void nothingIsRecordedByDefault() {
        assertThat(records(DENIED)).isEmpty();
    }

    @Test
    void refusedRequestIsRecordedIfConfigured() {
        AuditRecord record = records(DENIED, Services.REFUSED).get(0);
        assertThat(record.action()).isEqualTo(Action.REFUSED);
        assertThat(record.kind()).isEqualTo("capability");
        assertThat(record.key()).isEqualTo("trade.settle");
        assertThat(record.who()).isEqualTo("shop");
        assertThat(record.result().outcome()).isEqualTo("permission-denied");
        assertThat(record.result().details().getInt("status")).isEqualTo(403);
    }

    @Test
    void failureOfAServerIsNoRefusal() {
        Failure fault = Failure.of(ErrorCode.SERVER_UNREACHABLE, "gone");
        assertThat(records(fault, Services.REFUSED)).isEmpty();
    }

    @Test
    void intranetRequestIsNoExtranetRequest() {
        assertThat(records(DENIED, Services.EXTRANET)).isEmpty();
    }
}
