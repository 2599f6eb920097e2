package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Quota;
import io.hansa.proxy.permission.QuotaFigures;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerSamples;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A permission allows so many calls in a day and a month. */
class QuotaInPipelineTest {
    private static final Permission TWO_A_DAY =
            Permission.allow("two", Subject.account("shop"), "trade.*")
                    .limitedTo(new Quota(2, Quota.UNLIMITED));

    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered.server(ServerSamples.framed("trade-1", "trade.settle", "trade.cancel"));
        proxy.exchanges.answers("trade-1", "settled");
    }

    @Test
    void callAfterTheLastIsRefusedUntilMidnight() {
        proxy.entered.grant(TWO_A_DAY);
        proxy.start();
        proxy.call("trade.settle", "basket");
        proxy.call("trade.cancel", "basket");

        Failure refusal = proxy.refusal("trade.settle", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(refusal.getMessage()).contains("permission two", "2026-01-02T00:00:00Z");
        assertThat(refusal.extensions()).containsEntry("retryAfterSeconds", 12 * 3600L);
        assertThat(proxy.exchanges.sent()).hasSize(2);
        assertThat(proxy.quotas.refused()).isOne();
        proxy.clock.forward(Duration.ofHours(12));
        proxy.call("trade.settle", "basket");
    }

    @Test
    void aPermissionWithoutAQuotaSavesTheOthers() {
        proxy.entered.grant(TWO_A_DAY).grant("group:retail", "trade.settle");
        proxy.start();
        for (int i = 0; i < 4; i++) {
            proxy.call("trade.settle", "basket");
        }
        assertThat(used(TWO_A_DAY)).isZero();
    }

    @Test
    void quotasOfSeveralPermissionsAddUp() {
        proxy.entered
                .grant(TWO_A_DAY)
                .grant(
                        Permission.allow("one", Subject.group("retail"), "trade.settle")
                                .limitedTo(new Quota(Quota.UNLIMITED, 1)));
        proxy.start();
        for (int i = 0; i < 3; i++) {
            proxy.call("trade.settle", "basket");
        }
        assertThat(proxy.refusal("trade.settle", "").code()).isEqualTo(ErrorCode.RATE_LIMITED);
    }

    @Test
    void unsentRequestIsNotCounted() {
        proxy.entered.grant(TWO_A_DAY).server(full());
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "").code()).isEqualTo(ErrorCode.OVERLOADED);

        assertThat(used(TWO_A_DAY)).isZero();
    }

    @Test
    void thePermissionOfTheChosenServerIsCounted() {
        Permission narrowed = TWO_A_DAY.with(Rule.allow("trade.settle").at("trade-1"));
        proxy.entered
                .grant(narrowed)
                .grant("group:retail", "trade.settle", "trade-2")
                .server(ServerSamples.framed("trade-2", "trade.settle"));
        proxy.exchanges.answers("trade-2", "settled");
        proxy.start();
        for (int i = 0; i < 6; i++) {
            proxy.call("trade.settle", "basket");
        }
        assertThat(used(narrowed)).isEqualTo(2);
        assertThat(proxy.exchanges.targets()).containsOnly("trade-1", "trade-2");
    }

    private static BusinessServer full() {
        return ServerSamples.withThreshold(
                ServerSamples.framed("trade-1", "trade.settle", "trade.cancel"), 0);
    }

    private long used(Permission permission) {
        return proxy.quotas.figures(permission, proxy.clock.instant()).stream()
                .mapToLong(QuotaFigures::used)
                .max()
                .orElse(0);
    }
}
