package io.hansa.proxy.breaker;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Deferred;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;
import java.util.List;

/** A server in virtual time that answers quickly, or hangs until the time limit. */
final class TimedServer implements Destination {
    static final long ANSWER_MILLIS = 2;

    private final String name;
    private final VirtualTime time;
    private final long limitMillis;
    private final Workload workload;
    private boolean hangs;
    private int answered;
    private int timedOut;

    TimedServer(String name, VirtualTime time, long limitMillis) {
        this.name = name;
        this.time = time;
        this.limitMillis = limitMillis;
        this.workload = new Workload(time);
    }

    void hangs(boolean now) {
        hangs = now;
    }

    int answered() {
        return answered;
    }

    int timedOut() {
        return timedOut;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String proxy() {
        return "shop-a";
    }

    @Override
    public boolean takesWork() {
        return true;
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public long longestMillis() {
        return limitMillis;
    }

    @Override
    public FailureAttribution attribution(Failure failure) {
        return FailureAttribution.LATE;
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        return Deferred.answer(() -> answer(outbound));
    }

    private Answer answer(OutboundRequest outbound) {
        long took = hangs ? limitMillis : ANSWER_MILLIS;
        workload.begin();
        time.pass(took);
        workload.end(took * 1_000_000);
        if (hangs) {
            timedOut++;
            throw Failure.of(ErrorCode.DEADLINE_EXCEEDED, Effect.UNKNOWN, "hangs", null);
        }
        answered++;
        return new Answer(outbound.data(), null, name, List.of("shop-a"), null);
    }
}
