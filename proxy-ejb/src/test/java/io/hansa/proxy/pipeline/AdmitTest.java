package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Visits;
import org.junit.jupiter.api.Test;

class AdmitTest {
    private final Admit admit = new Admit("shop-a", ProxyInMemory.LIMITS, new RateLimits());

    @Test
    void admittedRequestHasItsDeadlineAndPath() {
        RequestContext call = permitted();
        admit.take(call, true);

        assertThat(call.deadlineNanos - System.nanoTime()).isPositive();
        assertThat(call.visits).isEqualTo(Visits.NONE.and("shop-a", "trade.settle"));
    }

    @Test
    void aSecondRequestKeepsTheDeadline() {
        RequestContext call = permitted();
        admit.take(call, true);
        RequestContext next = call.assisted(new Assistance("price.quote", new byte[0], null));
        next.description = Capability.undescribed("price.quote");
        next.local = true;
        admit.take(next, true);

        assertThat(next.deadlineNanos).isEqualTo(call.deadlineNanos);
        assertThat(next.visits.header()).isEqualTo("shop-a/trade.settle,shop-a/price.quote");
    }

    @Test
    void peersAssistanceLeavesThePathToThePeer() {
        RequestContext call = permitted();
        admit.take(call, true);
        RequestContext next = call.assisted(new Assistance("price.quote", new byte[0], null));
        next.description = Capability.undescribed("price.quote");
        admit.take(next, true);

        assertThat(next.visits).isEqualTo(call.visits);
    }

    @Test
    void hopsUpToTheMaximumAreAllowed() {
        RequestContext last = permitted();
        last.visits = way(ProxyInMemory.LIMITS.hops() - 1);
        admit.take(last, true);
        assertThat(last.visits.all()).hasSize(ProxyInMemory.LIMITS.hops());

        RequestContext tooMany = permitted();
        tooMany.visits = way(ProxyInMemory.LIMITS.hops());
        assertThat(catchThrowableOfType(Failure.class, () -> admit.take(tooMany, true)).code())
                .isEqualTo(ErrorCode.LOOP_DETECTED);
    }

    private static Visits way(int stops) {
        Visits way = Visits.NONE;
        for (int i = 0; i < stops; i++) {
            way = way.and("proxy-" + i, "trade.settle");
        }
        return way;
    }

    private static RequestContext permitted() {
        RequestContext call =
                new RequestContext(
                        new Asking("trade.settle").data("basket").request(), Registry.EMPTY);
        call.caller = Caller.of(RegistrySample.SHOP);
        call.description = Capability.undescribed("trade.settle");
        call.local = true;
        return call;
    }
}
