package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.ServerSamples;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a permission nothing reaches a server (R2). */
class PermissionInPipelineTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void servers() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .server(ServerSamples.framed("trade-2", "trade.settle"))
                .server(ServerSamples.framed("pricing-1", "price.quote"));
        proxy.exchanges
                .answers("trade-1", "settled")
                .answers("trade-2", "settled")
                .answers("pricing-1", "12.50");
    }

    @Test
    void nothingIsSentWithoutAGrant() {
        proxy.start();

        Failure refusal =
                proxy.refusal(
                        new Asking("trade.settle").by(proxy.token()).body(max -> neverRead()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(refusal.extensions())
                .containsEntry(
                        "reason",
                        "No permission for trade.settle is held by account:shop, group:retail.");
        assertThat(proxy.exchanges.sent()).isEmpty();
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void grantOfAGroupSpeaksForItsAccounts() {
        proxy.entered.grant("group:retail", "trade.settle");
        proxy.start();

        assertThat(proxy.call("trade.settle", "basket").data()).asString().isEqualTo("settled");
    }

    @Test
    void grantOfAPeerIsNoAccountsGrant() {
        proxy.entered.grant("peer:shop", "trade.settle");
        proxy.start();

        assertDenied(proxy.refusal("trade.settle", "basket"));
    }

    @Test
    void aGrantHoldsInItsTimeOnly() {
        proxy.entered.grant(
                Permission.allow("brief", Subject.account("shop"), "trade.settle")
                        .within(
                                proxy.clock.instant().plusSeconds(60),
                                proxy.clock.instant().plusSeconds(120)));
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "")).hasMessageContaining("is not valid before");
        proxy.clock.forward(Duration.ofSeconds(60));
        proxy.call("trade.settle", "basket");
        proxy.clock.forward(Duration.ofSeconds(60));
        assertThat(proxy.refusal("trade.settle", "")).hasMessageContaining("was valid until");
    }

    @Test
    void narrowedGrantReachesItsServerOnly() {
        proxy.entered.grant("account:shop", "trade.settle", "trade-2");
        proxy.start();
        for (int i = 0; i < 5; i++) {
            proxy.call("trade.settle", "basket");
        }

        assertThat(proxy.exchanges.targets()).hasSize(5).containsOnly("trade-2");
    }

    @Test
    void oneGrantForAnyServerOutweighsNarrowOnes() {
        proxy.entered
                .grant("account:shop", "trade.settle", "trade-2")
                .grant("group:retail", "trade.settle");
        proxy.start();
        proxy.call("trade.settle", "basket");
        proxy.call("trade.settle", "basket");

        assertThat(proxy.exchanges.targets()).containsExactlyInAnyOrder("trade-1", "trade-2");
    }

    @Test
    void narrowedGrantForAnotherCapabilityReachesNothing() {
        proxy.entered.grant("account:shop", "trade.settle", "pricing-1");
        proxy.start();

        assertDenied(proxy.refusal("trade.settle", "basket"));
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void narrowedGrantReachesNoPeer() {
        proxy.entered
                .grant("account:shop", "trade.settle", "trade-2")
                .grant("account:shop", "ticket.issue", "ticket-1")
                .server(
                        ServerSamples.withThreshold(
                                ServerSamples.framed("trade-2", "trade.settle"), 0))
                .peer("shop-b", Peer.Link.INTRANET);
        proxy.league.offers("shop-b", "trade.settle", "ticket.issue");
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").code()).isEqualTo(ErrorCode.OVERLOADED);
        assertDenied(proxy.refusal("ticket.issue", "order"));
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void aDenialWinsAlsoByGroup() {
        proxy.entered.grant("account:shop", "trade.settle").deny("group:retail", "trade.*", null);
        proxy.start();

        Failure refusal = proxy.refusal("trade.settle", "basket");

        assertDenied(refusal);
        assertThat(refusal).hasMessage("The permission d1 denies trade.settle to group:retail.");
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void aDenialForAServerLeavesTheOthers() {
        proxy.entered.grant("account:shop", "*").deny("account:shop", "*", "trade-1");
        proxy.start();
        for (int i = 0; i < 4; i++) {
            proxy.call("trade.settle", "basket");
        }
        assertThat(proxy.exchanges.targets()).hasSize(4).containsOnly("trade-2");
    }

    @Test
    void denialForTheOnlyServerIsReported() {
        proxy.entered.grant("account:shop", "*").deny("account:shop", "*", "pricing-1");
        proxy.start();

        Failure refusal = proxy.refusal("price.quote", "basket");

        assertDenied(refusal);
        assertThat(refusal)
                .hasMessage(
                        "The permission d1 denies the server pricing-1, and no other has price.quote.");
    }

    @Test
    void aDenialForAServerStillLeavesPeers() {
        proxy.entered
                .grant("account:shop", "*")
                .deny("account:shop", "*", "pricing-1")
                .peer("shop-b", Peer.Link.INTRANET);
        proxy.league.offers("shop-b", "price.quote");
        proxy.exchanges.answers("peer:shop-b", "12.60");
        proxy.start();

        assertThat(proxy.call("price.quote", "basket").data()).asString().isEqualTo("12.60");
    }

    @Test
    void theServerThatIsNotThereIsNamed() {
        proxy.entered.grant("account:shop", "trade.settle", "trade-9");
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket"))
                .hasMessage(
                        "The permission p0 of account:shop for trade.settle is narrowed to the server"
                                + " trade-9, which is not entered here.");
    }

    @Test
    void assistanceOnThisProxyNeedsItsOwnPermission() {
        proxy.entered.grant("account:shop", "trade.settle");
        proxy.exchanges
                .answers("trade-1", "HANSA-ASSIST price.quote\nbasket")
                .answers("trade-2", "HANSA-ASSIST price.quote\nbasket");
        proxy.start();

        Failure refusal = proxy.refusal("trade.settle", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(refusal.extensions())
                .containsEntry(
                        "reason",
                        "No permission for price.quote is held by account:shop, group:retail.");
        assertThat(proxy.exchanges.targets()).doesNotContain("pricing-1");
    }

    @Test
    void unofferedCapabilityIsUnknownWithAnyGrant() {
        proxy.entered.grant("account:shop", "ticket.issue");
        proxy.start();

        assertThat(proxy.refusal("ticket.issue", "order").code())
                .isEqualTo(ErrorCode.CAPABILITY_UNKNOWN);
    }

    private static byte[] neverRead() {
        throw new AssertionError("The data of a caller without permission is not even read.");
    }

    private static void assertDenied(Failure refusal) {
        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }
}
