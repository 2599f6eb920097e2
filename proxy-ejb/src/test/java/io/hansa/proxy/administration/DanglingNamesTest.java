package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.ServerJson;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.registry.Registry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DanglingNamesTest {
    private static final Registry REGISTRY =
            Registry.of(
                    1,
                    List.of(new Account("shop", null, Set.of("retail"), Set.of(), false, 1)),
                    List.of(Capability.undescribed("bill.send")),
                    List.of(ServerSamples.framed("trade-1", "trade.settle")),
                    List.of(),
                    List.of(),
                    List.of(new BreakerSetting("server:gone", Mode.FORCED_OPEN, 1)));

    private final DanglingNames names = new DanglingNames(REGISTRY, List.of("ticket.issue"));

    @ParameterizedTest
    @CsvSource({
        "account:shop,trade.settle,trade-1",
        "group:retail,bill.send,",
        "account:shop,ticket.*,",
        "account:shop,*,",
    })
    void whatExistsIsNotNamed(String subject, String capability, String server) {
        assertThat(names.in(permission(subject, capability, server))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "account:alice,trade.settle,,subject,account:alice",
        "group:shop,trade.settle,,subject,group:shop",
        "peer:far/alice,trade.settle,,subject,peer:far/alice",
        "account:shop,trade,,capability,capability:trade",
        "account:shop,trade.settle.*,,capability,capability:trade.settle.*",
        "account:shop,trade.settle,trade-2,server,server:trade-2",
    })
    void whatDoesNotExistIsNamedWithItsMember(
            String subject, String capability, String server, String member, String name) {
        assertThat(names.in(permission(subject, capability, server)))
                .containsExactly(new DanglingName(Kind.PERMISSION, "1", member, name));
    }

    @Test
    void findsBreakersOfRemovedTargets() {
        assertThat(names.all())
                .containsExactly(
                        new DanglingName(Kind.BREAKER, "server:gone", "target", "server:gone"));
    }

    @Test
    void ruleMayNameAnUnofferedCapability() {
        var asking =
                ServerJson.parse(
                        "s",
                        JsonText.object(
                                """
                                {"endpoint":"tcp://h:1","framing":{"type":"delimiter","hex":"0A"},
                                 "capabilities":["a"],
                                 "assist":[{"prefix":"X","capability":"price.quote"},
                                           {"prefix":"Y","capability":"ticket.issue"},
                                           {"prefix":"Z"}]}"""));

        assertThat(names.in(asking))
                .containsExactly(
                        new DanglingName(Kind.SERVER, "s", "assist", "capability:price.quote"));
    }

    private static Permission permission(String subject, String capability, String server) {
        return Permission.allow("1", Subject.parse(subject), capability)
                .with(Rule.allow(capability).at(server));
    }
}
