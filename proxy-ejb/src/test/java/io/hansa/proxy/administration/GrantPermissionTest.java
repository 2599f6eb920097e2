package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Grants, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class GrantPermissionTest {
    private final RegistryDatabase database;
    private final AdministrationNode node;

    GrantPermissionTest(SharedDatabase shared) {
        database = shared.get();
        node = AdministrationNode.onEmpty(database);
    }

    @Test
    void grantsTheSameOnceOnly() {
        String grant =
                "{\"subject\":\"account:shop\",\"capability\":\"trade.settle\",\"server\":\"trade-1\","
                        + "\"validFrom\":\"2026-01-01T00:00:00.123456789Z\",\"validUntil\":null}";
        Written first = node.grant(grant);
        Written again = node.grant(grant);
        assertThat(first.created()).isTrue();
        assertThat(again).isEqualTo(new Written(first.item(), false));
        assertThat(node.list(Kind.PERMISSION)).containsExactly(first.item());
        assertThat(node.audit(1000)).hasSize(1);
        assertThat(node.registry().permissions().held(Subject.account("shop"), "trade.settle"))
                .hasSize(1);
    }

    @Test
    void tellsGrantsApartByEachOfTheirMembers() {
        node.grant("{\"subject\":\"account:a\",\"capability\":\"x\"}");
        node.grant("{\"subject\":\"group:a\",\"capability\":\"x\"}");
        node.grant("{\"subject\":\"account:a\",\"capability\":\"y\"}");
        node.grant("{\"subject\":\"account:a\",\"capability\":\"x\",\"server\":\"s\"}");
        node.grant(
                "{\"subject\":\"account:a\",\"capability\":\"x\",\"validUntil\":\"2027-01-01T00:00:00Z\"}");
        node.grant(
                "{\"subject\":\"account:a\",\"capability\":\"x\",\"validFrom\":\"2026-01-01T00:00:00Z\","
                        + "\"validUntil\":\"2027-01-01T00:00:00Z\"}");
        assertThat(node.list(Kind.PERMISSION)).hasSize(6);
    }

    @Test
    void takesTheGrantsOfAnAccountWithIt() {
        node.put(Kind.ACCOUNT, "shop", "{}");
        node.grant("{\"subject\":\"account:shop\",\"capability\":\"trade.settle\"}");
        node.grant("{\"subject\":\"group:shop\",\"capability\":\"trade.settle\"}");
        node.removeAll(Kind.ACCOUNT, "shop");
        node.put(Kind.ACCOUNT, "shop", "{}");
        assertThat(node.registry().permissions().held(Subject.account("shop"), "trade.settle"))
                .isEmpty();
        assertThat(node.registry().permissions().held(Subject.group("shop"), "trade.settle"))
                .hasSize(1);
        assertThat(node.audit(2).get(1).kind()).isEqualTo("permission");
    }
}
